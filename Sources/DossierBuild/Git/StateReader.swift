import DossierAnalysis
import DossierComparison
import DossierLedger
import DossierRecords
import DossierRules
import DossierText

/// Finds and reads versions of one workspace.
struct StateReader: Sendable {
  let workspace: Workspace
  let workers: Int
  let repository: GitRepository

  /// A version that was found but is not analysed yet.
  struct Found: Sendable {
    let name: String
    let tree: GitTree
    /// The manifest, when the version is a release.
    let sealed: Manifest?
    let remarks: [String]
  }

  init(workspace: Workspace, repository: GitRepository, workers: Int) {
    (self.workspace, self.repository, self.workers) = (workspace, repository, workers)
  }

  init(workspace: Workspace, workers: Int) throws {
    do {
      self.init(workspace: workspace, repository: try GitRepository(of: workspace), workers: workers)
    } catch let absence as GitRepository.Absence {
      throw EnvironmentError("compare versions", reason: absence.words)
    }
  }

  /// The commit that a name refers to in git. Nil if git finds no commit.
  func commit(_ name: String) throws -> ObjectID? {
    guard name.utf8.first != UInt8(ascii: "-"), !name.isEmpty, !name.utf8.contains(0),
      let found = try repository.answer(["rev-parse", "--verify", "--quiet", name + "^{commit}"])
    else { return nil }
    return ObjectID(found.filter { $0 != 0x0A })
  }

  /// The version in a commit. `name` is the name that the user gave for the commit.
  func state(of commit: ObjectID, called name: String) throws -> Found {
    let day = try repository.day(of: commit)
    let isID = commit.description.hasPrefix(name)
    return Found(
      name: isID ? "\(commit.short) (\(day))" : "\(name) (\(commit.short), \(day))", tree: try tree(of: commit, name),
      sealed: nil, remarks: [])
  }

  /// The sources of a release: the files of the commit that the manifest gives as the origin.
  func state(of manifest: Manifest) throws -> Found {
    let seal = manifest.seal
    let name = "release \(seal.version)"
    guard case .commit(let text, let isClean) = seal.origin else {
      throw RevisionRefusal(
        description: "\(name) was made without a commit; give a commit that contains the sources of that time")
    }
    guard let commit = try commit(text) else {
      let hint = repository.isShallow ? "; this clone is shallow, so run `git fetch --unshallow` to get the missing commits" : ""
      throw RevisionRefusal(description: "commit \(text.prefix(12)) of \(name) is not in this repository\(hint)")
    }
    let remarks = isClean ? [] : ["\(name) was made with uncommitted changes; only its commit is compared"]
    return Found(
      name: "\(name) (\(commit.short), \(try repository.day(of: commit)))", tree: try tree(of: commit, name), sealed: manifest,
      remarks: remarks)
  }

  private func tree(of commit: ObjectID, _ name: String) throws -> GitTree {
    guard let tree = try repository.tree(of: commit) else {
      let folder = TerminalText.visible(String(decoding: repository.prefix, as: UTF8.self))
      throw RevisionRefusal(description: "\(TerminalText.visible(name)) has no folder `\(folder)`")
    }
    return tree
  }

  /// Reads and evaluates a version. The result is the same as for a checkout of the version, but without history. `known` is
  /// the result of an earlier call for the same commit. If it is given, the commit is not analysed again.
  func version(
    _ found: Found, without folders: [[String]], asOf: CivilDate, known: Version? = nil
  ) async throws -> (version: Version, remarks: [String]) {
    let tree = found.tree.without(folders)
    let blobs = try GitBlobs(tree, in: repository)
    if let known { return (known.named(found.name), found.remarks + differences(found, blobs)) }
    let sources = try await read(tree.listing, workers: workers) { try blobs.read($0) }
    let parsed = try await parse(sources, workers: workers)
    let folder = String(decoding: repository.prefix, as: UTF8.self).split(separator: "/").map(String.init)
    let surroundings = parsed.surroundings(folder: { folder }, look: tree.entry)
    let analysis = try await analyse(
      parsed.adding(history: .unread, proofs: .unread, surroundings: surroundings),
      AnalysisOptions(asOf: asOf, workers: workers))
    return (Version(name: found.name, analysis), found.remarks + differences(found, blobs))
  }

  /// A remark if the sources in the manifest of a release differ from the files of the commit of the release. Empty if they do
  /// not differ.
  private func differences(_ found: Found, _ blobs: GitBlobs) -> [String] {
    guard let seal = found.sealed?.seal, case .commit(let commit, true) = seal.origin else { return [] }
    let sums = blobs.sums
    let sealed = Dictionary((found.sealed?.sources ?? []).compactMap { entry in entry.source.map { ($0, entry) } }) { a, _ in a }
    let differing = Set(sums.keys).union(sealed.keys).filter { path in
      sums[path]?.size != sealed[path]?.size || sums[path]?.digest != sealed[path]?.digest
    }
    guard let first = differing.min() else { return [] }
    let more = differing.count > 1 ? " and \(differing.count - 1) more" : ""
    return [
      "the sources listed in release \(seal.version) differ from its commit \(commit.prefix(12)): "
        + "\(TerminalText.visible(first.description))\(more); the files of the commit are compared"
    ]
  }
}

extension GitRepository {
  /// The committer date of a commit, in the committer's time zone.
  fileprivate func day(of commit: ObjectID) throws -> String {
    let day = try output(["log", "-1", "--no-show-signature", "--format=%cs", commit.description])
    return String(decoding: day.filter { $0 != 0x0A }, as: UTF8.self)
  }
}

extension Version {
  init(name: String, _ analysis: Analysis) {
    self.init(
      name: name, facts: analysis.facts, policyResult: analysis.policyResult, unread: analysis.unread,
      unevaluated: analysis.dossier.history.extent == .unread ? Rules.needingHistory : [])
  }
}
