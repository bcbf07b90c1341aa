package import DossierText

/// Makes the history of records from commits. A record is recognised by its id, so it can move to another file.
package struct HistoryAssembly: Sendable {
  private let changes: [CommitChanges]
  /// The git objects whose contents are needed. An object is listed once for each form in which it is scanned: twice if a
  /// Markdown file and a register have the same content.
  package let objects: [ObjectID]
  /// For each object in `objects`, the path of a file with this content. The path determines the form.
  package let paths: [SourcePath]

  /// Makes an assembly of commits. `changes` are ordered from newest to oldest: each commit is before its parents.
  package init(_ changes: [CommitChanges]) {
    var objects: [ObjectID] = []
    var paths: [SourcePath] = []
    var seen: Set<HistoryTexts.Key> = []
    for change in changes {
      for file in change.files where RecordExtents.concerns(file.path) {
        for object in [file.before, file.after] {
          guard let object, seen.insert(HistoryTexts.Key(object, file.path)).inserted else { continue }
          objects.append(object)
          paths.append(file.path)
        }
      }
    }
    (self.changes, self.objects, self.paths) = (changes, objects, paths)
  }

  /// The records in a git object.
  package enum Content: Sendable {
    case records(RecordExtents)
    /// The object is missing, or its content does not match its hash.
    case absent
  }

  /// The history of all records. `contents` are in the order of `objects`.
  ///
  /// If the workspace is only a part of the repository, `roots` are the root commits of the repository. With them, the history
  /// can tell whether the first files of the workspace may come from another folder (`Revision.Change.begun`). If the workspace
  /// is the whole repository, `roots` is nil.
  package func history(_ contents: [Content], isShallow: Bool, roots: Set<ObjectID>? = nil) -> RecordHistory {
    var texts = HistoryTexts()
    for (i, content) in contents.enumerated() {
      switch content {
      case .records(let found): texts.held[HistoryTexts.Key(objects[i], paths[i])] = found
      case .absent: texts.absent.insert(objects[i])
      }
    }
    var walk = HistoryWalk(texts, isShallow: isShallow, roots: roots, follows: changes.flatMap(\.commit.parents))
    for change in changes.reversed() { walk.take(change) }
    return RecordHistory(
      extent: .read(isShallow: isShallow, absent: texts.absent.count), revisions: walk.revisions.mapValues { $0.reversed() },
      lineage: walk.lineage, graph: walk.graph)
  }
}
