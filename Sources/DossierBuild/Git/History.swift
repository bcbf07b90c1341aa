package import DossierRecords
import DossierText

/// The history of all records of a workspace: one pass over its repository, whatever their number.
///
/// Without a repository, or without git, the history itself says so. What it asks for and writes nothing.
package func history(of workspace: Workspace, to end: HistoryEnd = .head) throws -> RecordHistory {
  if case .none(let reason) = end { return .none(reason) }
  do {
    let repository = try GitRepository(of: workspace)
    let last = if case .commit(let commit) = end { commit } else { repository.head }
    let changes = GitLog.changes(try repository.output(GitLog.arguments(last)), prefix: repository.prefix)
    let assembly = HistoryAssembly(changes)
    return assembly.history(
      try repository.contents(of: assembly), isShallow: repository.isShallow, roots: try repository.roots(before: last))
  } catch let absence as GitRepository.Absence {
    return .none(absence.words)
  }
}

/// The text of a record as a revision has it: all of its file, or its part of a register.
package func text(of revision: Revision, in workspace: Workspace) throws -> [UInt8] {
  do {
    var text: [UInt8]?
    try GitRepository(of: workspace).contents(of: [revision.object]) { _, object in text = object.bytes }
    guard let text else {
      throw EnvironmentError(
        "read \(revision.path) at \(revision.commit.id.short)", reason: "it is missing, or is not what its name says")
    }
    return Array(text[revision.extent.clamped(to: text.indices)])
  } catch let absence as GitRepository.Absence {
    throw EnvironmentError("read \(revision.path) at \(revision.commit.id.short)", reason: absence.words)
  }
}

extension GitRepository {
  /// The commits that follow none. Nil where the workspace is the whole repository: nothing is outside it then.
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
        case .content(let bytes): .records(search.extents(bytes, path: assembly.paths[i]))
        // No build reads a file of that size.
        case .tooLarge: .records(RecordExtents([], path: assembly.paths[i]))
        case .absent: .absent
        }
    }
    return contents
  }
}
