import DossierAnalysis
import DossierComparison
import DossierLedger
import DossierRecords
import DossierRules
import DossierSite
import DossierText

/// The earlier releases of a workspace, newest first, each compared with the current version. At most `workers` comparisons run
/// at the same time. A commit that several releases refer to is analysed once.
func earlierReleases(
  than sealed: String?, of analysis: Analysis, _ request: BuildRequest
) async throws -> [EarlierRelease] {
  let records = try ReleaseIndex<Manifest>(request.workspace.prefix + SealedFolder.releases).earlier(than: sealed)
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
        ?? .unknown(
          "only the last \(ReleaseComparing.most) releases are compared; run `dossier diff \(record.name)` to compare this one"))
  }
}

/// Compares earlier releases with the current version.
private struct ReleaseComparing: Sendable {
  /// The maximum number of compared releases. Each comparison needs a full analysis, so a long history would take too long.
  static let most = 12

  let reader: StateReader
  let repository: GitRepository
  /// The last commit of the history that the pages show.
  let last: ObjectID
  let now: Version
  let asOf: CivilDate

  /// The changes since each release. All `releases` were made from the same commit, so this commit is analysed only once.
  func changes(since releases: [Manifest]) async throws -> [EarlierRelease.Changes] {
    var analysed: Version?
    var results: [EarlierRelease.Changes] = []
    for manifest in releases {
      // Compare only with ancestors of the last commit, because every complete clone contains them. Other commits can be missing
      // in a clone.
      if !repository.isShallow, case .commit(let id, _) = manifest.seal.origin, let commit = ObjectID(id.utf8),
        try !repository.has(commit, before: last)
      {
        results.append(.unknown("its commit \(commit.short) is not an ancestor of this version"))
        continue
      }
      do {
        let found = try reader.state(of: manifest)
        let others = found.tree.submodules
        let read = try await reader.version(found, without: others.map(\.parts), asOf: asOf, known: analysed)
        analysed = read.version
        let remarks = read.remarks + others.map { "\($0) is a submodule, so it was not compared" }
        results.append(.compared(Comparison(read.version, now, asOf: asOf, remarks: remarks)))
      } catch let refusal as RevisionRefusal {
        results.append(.unknown(refusal.description))
      } catch let failure as EnvironmentError where failure.code == 0 {
        // An object is missing or damaged. A failed system call, such as on a full disk, is thrown: it says nothing about the release.
        results.append(.unknown("its sources could not be read"))
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
