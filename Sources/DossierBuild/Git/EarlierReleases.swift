import DossierAnalysis
import DossierComparison
import DossierLedger
import DossierRecords
import DossierRules
import DossierSite
import DossierText

/// The releases of a workspace, the newest first, each compared with what was analysed. Two at a time where there are two workers; a
/// commit that several releases name is analysed once.
func earlierReleases(
  than sealed: String?, of analysis: Analysis, _ request: BuildRequest
) async throws -> [EarlierRelease] {
  let records = try ReleaseShelf(request.workspace.prefix + SealedFolder.releases).earlier(than: sealed)
  guard !records.isEmpty else { return [] }
  let now = Version(name: "this version", analysis)
  let comparing: ReleaseComparing
  do {
    let repository = try GitRepository(of: request.workspace)
    comparing = ReleaseComparing(
      reader: StateReader(workspace: request.workspace, repository: repository, workers: 1), repository: repository,
      last: request.historyEnd.commit ?? repository.head, now: now, asOf: request.asOf)
  } catch let absence as GitRepository.Absence {
    return records.map { EarlierRelease($0.manifest.seal, .unknown(absence.words)) }
  }
  let compared = Dictionary(grouping: records.prefix(ReleaseComparing.most), by: \.manifest.seal.origin).values.map { $0 }
  let groups = try await concurrentMap(compared, workers: request.workers) {
    try await comparing.changes(since: $0.map(\.manifest))
  }
  let changes = Dictionary(zip(compared.joined().map(\.digest), groups.joined())) { first, _ in first }
  return records.map { record in
    EarlierRelease(
      record.manifest.seal,
      changes[record.digest]
        ?? .unknown("only the last \(ReleaseComparing.most) are; `dossier diff \(record.name)` compares this one"))
  }
}

/// Compares releases with what is there now.
private struct ReleaseComparing: Sendable {
  /// Each is a whole analysis: a site of many years need not compare all of them.
  static let most = 12

  let reader: StateReader
  let repository: GitRepository
  /// The commit that the pages are of.
  let last: ObjectID
  let now: Version
  let asOf: CivilDate

  /// Of releases from one commit: each in its own words.
  func changes(since releases: [Manifest]) async throws -> [EarlierRelease.Changes] {
    var analysed: Version?
    var results: [EarlierRelease.Changes] = []
    for manifest in releases {
      // What a clone holds besides is chance; what a commit follows is the same in every whole one.
      if !repository.isShallow, case .commit(let id, _) = manifest.seal.origin, let commit = ObjectID(id.utf8),
        try !repository.has(commit, before: last)
      {
        results.append(.unknown("the commit \(commit.short) that it was made from is none of those that this version follows"))
        continue
      }
      do {
        let found = try reader.state(of: manifest)
        let others = found.tree.submodules
        let read = try await reader.version(found, without: others.map(\.parts), asOf: asOf, known: analysed)
        analysed = read.version
        let remarks = read.remarks + others.map { "\($0) is a submodule and is not compared" }
        results.append(.compared(Comparison(read.version, now, asOf: asOf, remarks: remarks)))
      } catch let refusal as RevisionRefusal {
        results.append(.unknown(refusal.description))
      } catch is EnvironmentError {
        results.append(.unknown("what it was could not be read"))
      }
    }
    return results
  }
}

extension EarlierRelease {
  fileprivate init(_ seal: Seal, _ changes: Changes) {
    var commit: String?
    if case .commit(let id, _) = seal.origin { commit = id }
    self.init(
      name: seal.version.description, asOf: seal.asOf, commit: commit, files: seal.sources.files, errors: seal.counts.errors,
      warnings: seal.counts.warnings, changes: changes)
  }
}
