package import DossierRecords
import DossierText

/// Reads the history of all records of a workspace in one pass over its repository.
///
/// Without a repository or without git, the result contains only the reason why there is no history. No file is written.
package func history(of workspace: Workspace, to end: HistoryEnd = .head) throws -> RecordHistory {
  if case .none(let reason) = end { return .none(reason) }
  do {
    let repository = try GitRepository(of: workspace)
    let last = if case .commit(let commit) = end { commit } else { repository.head }
    let log = try repository.output(GitLog.arguments(last))
    let adopt = try readConfiguration(of: workspace)?.configuration.adopt ?? []
    let assembly = HistoryAssembly(
      GitLog.changes(log, prefix: repository.prefix), adopted: AdoptedFiles(adopt),
      submodules: GitLog.submodules(log, prefix: repository.prefix))
    return assembly.history(
      try repository.contents(of: assembly), isShallow: repository.isShallow, roots: try repository.roots(before: last))
  } catch let absence as GitRepository.Absence {
    return .none(absence.words)
  }
}

/// The text of a record in a revision: the whole file, or the record's part of a register (a file with several records).
package func text(of revision: Revision, in workspace: Workspace) throws -> [UInt8] {
  do {
    var text: [UInt8]?
    try GitRepository(of: workspace).contents(of: [revision.object]) { _, object in text = object.bytes }
    guard let text else {
      throw EnvironmentError(
        "read \(revision.path) at \(revision.commit.id.short)",
        reason: "the git object is missing, or its content does not match its hash")
    }
    return Array(text[revision.extent.clamped(to: text.indices)])
  } catch let absence as GitRepository.Absence {
    throw EnvironmentError("read \(revision.path) at \(revision.commit.id.short)", reason: absence.words)
  }
}

extension GitRepository {
  /// The root commits (commits without a parent) among `last` and its ancestors.
  ///
  /// If the first commit with files of the workspace is not a root commit, the records can have come from a folder outside the
  /// workspace. Nil if the workspace is the whole repository, because there is no such folder then.
  fileprivate func roots(before last: ObjectID) throws -> Set<ObjectID>? {
    guard !prefix.isEmpty else { return nil }
    return Set(
      try output(["rev-list", "--max-parents=0", last.description]).split(separator: 0x0A).compactMap { ObjectID($0) })
  }

  fileprivate func contents(of assembly: HistoryAssembly) throws -> [HistoryAssembly.Content] {
    var contents = [HistoryAssembly.Content](repeating: .absent, count: assembly.objects.count)
    var search = ExtentSearch()
    try self.contents(of: assembly.objects) { i, object in
      contents[i] =
        switch object {
        case .content(let bytes):
          .records(
            RecordExtents.concerns(assembly.paths[i])
              ? search.extents(bytes, path: assembly.paths[i]) : RecordExtents([], path: assembly.paths[i]),
            assembly.adopted.version(bytes, path: assembly.paths[i]))
        // A build does not read a file above the size limit.
        case .tooLarge: .records(RecordExtents([], path: assembly.paths[i]))
        case .absent: .absent
        }
    }
    return contents
  }
}
