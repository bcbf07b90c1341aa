import DossierAnalysis
package import DossierComparison
import DossierLedger
import DossierRecords
package import DossierText

/// A version of a workspace to compare.
package enum ComparedState: Sendable {
  /// A release, a folder of a published version, or a commit, tag or branch that git can resolve.
  case named(String)
  case workingTree
}

/// The reason why a version cannot be compared: its name is unknown, or it cannot be read.
package struct RevisionRefusal: Error, Sendable, CustomStringConvertible {
  package let description: String
}

/// Reads two versions of a workspace, evaluates both with the same as-of date and compares them. It writes no files.
package func compare(
  _ old: ComparedState, _ new: ComparedState, of workspace: Workspace, asOf: CivilDate, workers: Int
) async throws -> Comparison {
  let reader = try StateReader(workspace: workspace, workers: workers)
  let (before, after) = (try reader.find(old), try reader.find(new))
  // Skip submodules. Their files are in the working tree but not in a commit of this repository, so they would appear as added.
  let others = Set([before, after].flatMap { $0?.tree.submodules ?? [] }).sorted()
  let folders = others.map(\.parts)
  let first = try await reader.version(before, without: folders, asOf: asOf)
  let second = try await reader.version(after, without: folders, asOf: asOf)
  let remarks = first.remarks + second.remarks + others.map { "\($0) is a submodule, so it was not compared" }
  return Comparison(first.version, second.version, asOf: asOf, remarks: remarks)
}

extension StateReader {
  /// Finds a version by its name. Returns nil for the working tree.
  fileprivate func find(_ state: ComparedState) throws -> Found? {
    guard case .named(let name) = state else { return nil }
    let known = try commit(name)
    let index = try ReleaseIndex<Manifest>(workspace.prefix + SealedFolder.releases)
    if let record = index.release(name) { return try release(record.manifest, name, known) }
    if let reason = index.damage(of: name) {
      throw RevisionRefusal(description: "the release \(name) is damaged: \(reason)")
    }
    if let known { return try self.state(of: known, called: name) }
    if let manifest = try manifest(in: name) { return try self.state(of: manifest) }
    let hint = repository.isShallow ? "; this clone is shallow: older commits are not in it" : ""
    throw RevisionRefusal(
      description: "there is no release, commit, tag or branch `\(TerminalText.visible(name))`\(hint)")
  }

  /// Finds the sources of a release. `known` is the commit of a tag or branch with the same name. The result has a remark if
  /// that commit has other files.
  private func release(_ manifest: Manifest, _ name: String, _ known: ObjectID?) throws -> Found {
    let found = try self.state(of: manifest)
    guard let known, let other = try repository.tree(of: known), other.files != found.tree.files else { return found }
    let remark =
      "\(name) means the release here; the tag or branch with that name is commit \(known.short), which has other files"
    return Found(name: found.name, tree: found.tree, sealed: found.sealed, remarks: found.remarks + [remark])
  }

  /// The manifest in the folder at a path. The folder can have any name. Nil if there is no folder at the path. Throws if the
  /// folder has no valid manifest.
  private func manifest(in path: String) throws -> Manifest? {
    guard !path.isEmpty, FileIdentity(path: path) != nil, let folder = try? Descriptor(folder: path) else { return nil }
    let shown = TerminalText.visible(path)
    guard SealedFolder.isHeld(by: folder) else {
      throw RevisionRefusal(
        description: "the folder `\(shown)` is not a release or a published version: it has no manifest")
    }
    do {
      let bytes = try folder.file(SealedFolder.manifest).read(expecting: 1 << 18, limit: SealedFolder.maximumManifestSize)
      return try Manifest(reading: bytes)
    } catch let problem as ManifestProblem {
      throw RevisionRefusal(description: "the manifest in `\(shown)` is damaged: \(problem)")
    } catch let failure as SystemFailure {
      throw RevisionRefusal(description: "the manifest in `\(shown)` cannot be read: \(failure.reason)")
    }
  }

  fileprivate func version(
    _ found: Found?, without folders: [[String]], asOf: CivilDate
  ) async throws -> (version: Version, remarks: [String]) {
    if let found { return try await version(found, without: folders, asOf: asOf) }
    let analysis = try await analyse(
      workspace, AnalysisOptions(asOf: asOf, workers: workers), without: folders)
    return (Version(name: "the working tree", analysis), [])
  }
}

extension SourceFiles {
  /// The same input without the files and diagnostics in some folders.
  func without(_ folders: [[String]]) -> SourceFiles {
    guard !folders.isEmpty else { return self }
    func isKept(_ path: SourcePath) -> Bool { !folders.contains { path.lies(in: $0) } }
    return SourceFiles(
      SourceTree(files: tree.files.filter { isKept($0.path) }, attachments: tree.attachments.filter { isKept($0.path) }),
      diagnostics: diagnostics.filter { isKept($0.primary.path) }, history: history, proofs: proofs)
  }
}
