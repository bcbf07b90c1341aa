package import DossierComparison
import DossierRecords
package import DossierText

/// A state of a workspace that is to be compared.
package enum ComparedState: Sendable {
  /// A commit, tag or branch, as git understands it.
  case revision(String)
  case workingTree
}

/// A name that git does not know, or a commit without the folder.
package struct RevisionRefusal: Error, Sendable, CustomStringConvertible {
  package let description: String
}

/// Reads two states of a workspace, judges both as of the same day and compares them. Nothing is written, and no file of either is
/// laid down anywhere.
package func compare(
  _ old: ComparedState, _ new: ComparedState, of workspace: Workspace, asOf: CivilDate, workers: Int
) async throws -> Comparison {
  let reader = try RevisionReader(workspace: workspace, workers: workers)
  let (before, after) = (try reader.tree(old), try reader.tree(new))
  // A submodule's files are in the working tree and in no commit of ours: they would seem to have been added.
  let others = Set([before, after].flatMap { $0?.tree.submodules ?? [] }).sorted()
  let remarks = others.map { "\($0) is a submodule and is not compared" }
  let first = try await reader.version(before, without: others, asOf: asOf)
  let second = try await reader.version(after, without: others, asOf: asOf)
  return Comparison(first, second, asOf: asOf, remarks: remarks)
}

private struct RevisionReader {
  let workspace: Workspace
  let workers: Int
  private let repository: GitRepository

  init(workspace: Workspace, workers: Int) throws {
    (self.workspace, self.workers) = (workspace, workers)
    do {
      repository = try GitRepository(of: workspace)
    } catch let absence as GitRepository.Absence {
      throw EnvironmentError("compare versions", reason: absence.words)
    }
  }

  /// The files of a commit and its name; nil for the working tree.
  func tree(_ state: ComparedState) throws -> (tree: GitTree, name: String)? {
    guard case .revision(let name) = state else { return nil }
    guard name.utf8.first != UInt8(ascii: "-"), !name.isEmpty,
      let found = try repository.answer(["rev-parse", "--verify", "--quiet", name + "^{commit}"]),
      let commit = ObjectID(found.filter { $0 != 0x0A })
    else {
      let hint = repository.isShallow ? "; this clone is shallow: older commits are not in it" : ""
      throw RevisionRefusal(description: "there is no commit, tag or branch `\(TerminalText.visible(name))`\(hint)")
    }
    let folder = repository.prefix.last == UInt8(ascii: "/") ? repository.prefix.dropLast() : repository.prefix[...]
    let place = commit.description + ":" + String(decoding: folder, as: UTF8.self)
    guard let listing = try repository.answer(["ls-tree", "-r", "-z", "-l", "--full-tree", place]) else {
      throw RevisionRefusal(
        description: "\(TerminalText.visible(name)) has no folder `\(String(decoding: folder, as: UTF8.self))`")
    }
    let day = try repository.output(["log", "-1", "--no-show-signature", "--format=%cs", commit.description])
    let isID = commit.description.hasPrefix(name)
    let place2 = "\(commit.short), \(String(decoding: day.filter { $0 != 0x0A }, as: UTF8.self))"
    return (
      GitTree(listing: listing), isID ? "\(commit.short) (\(place2.split(separator: " ").last ?? ""))" : "\(name) (\(place2))"
    )
  }

  func version(_ state: (tree: GitTree, name: String)?, without folders: [SourcePath], asOf: CivilDate) async throws -> Version {
    let left = folders.map(\.parts)
    let gathered: GatheredFiles
    if let state {
      gathered = try await gather(state.tree.without(left))
    } else {
      gathered = try await DossierBuild.gather(workspace, except: nil, workers: workers).without(left)
    }
    let examination = try await gathered.examination(asOf: asOf, usesBaseline: true, workers: workers)
    return Version(
      name: state?.name ?? "the working tree", dossier: examination.dossier, judged: examination.judged,
      unread: gathered.files.compactMap(\.decoded).flatMap(\.unreadIDs))
  }

  /// The same stage as for a folder, with the bytes from the repository.
  private func gather(_ tree: GitTree) async throws -> GatheredFiles {
    let tree = tree.without(try sites(in: tree))
    let reader = FileReader(workspace: workspace, decoder: DocumentDecoder(kinds: RecordKind.all))
    let listed = tree.files
    var read = [BlobRead](repeating: .missing, count: listed.count)
    try repository.contents(of: listed.map(\.object)) { i, bytes in
      if let bytes { read[i] = BlobRead(listed[i].path, bytes) }
    }
    let files = try await orderedMap(Array(read.enumerated()), workers: workers) { i, blob in
      switch blob {
      case .text(let source): reader.understand(source)
      case .other(let attachment, let isText):
        ReadFile(
          attachment: attachment,
          diagnostics: isText ? [reader.tooLarge(.init(path: attachment.path, size: attachment.size))] : [])
      case .missing: throw EnvironmentError("read \(listed[i].path)", reason: "its content is not in this clone")
      }
    }
    return GatheredFiles(kinds: RecordKind.all, listing: tree.diagnostics, files: files, reader: reader, stages: StageTimes())
  }

  /// Folders that hold a site of ours, which are no source.
  private func sites(in tree: GitTree) throws -> [[String]] {
    let markers = tree.files.filter { $0.path.name == SiteMarker.name && $0.path.parts.count > 1 && $0.size <= 1 << 12 }
    var folders: [[String]] = []
    try repository.contents(of: markers.map(\.object)) { i, bytes in
      if let bytes, SiteMarker.begins(bytes) { folders.append(markers[i].path.folder) }
    }
    return folders
  }
}

/// A file of a commit, as it came.
private enum BlobRead: Sendable {
  case text(SourceFile)
  /// `isText` for a text that is too large to be read.
  case other(SourceTree.Attachment, isText: Bool)
  case missing

  init(_ path: SourcePath, _ bytes: [UInt8]) {
    let isText = FileReader.isText(path)
    if isText, bytes.count <= FileReader.textBytes {
      self = .text(SourceFile(path: path, bytes: bytes))
      return
    }
    let kept = bytes.count <= MetricReadings.largestFile ? bytes : nil
    self = .other(.init(path: path, size: bytes.count, digest: Digest(of: bytes), bytes: kept), isText: isText)
  }
}

extension GatheredFiles {
  fileprivate func without(_ folders: [[String]]) -> GatheredFiles {
    func isLeft(_ path: SourcePath?) -> Bool { path.map { path in folders.contains { path.lies(in: $0) } } ?? false }
    return GatheredFiles(
      kinds: kinds, listing: listing.filter { !isLeft($0.primary.path) },
      files: files.filter { !isLeft($0.source?.path ?? $0.attachment?.path ?? $0.diagnostics.first?.primary.path) },
      reader: reader,
      stages: stages)
  }
}
