package import DossierText

/// Tracks records through commits by their ids, in any file.
package struct HistoryAssembly: Sendable {
  private let changes: [CommitChanges]
  /// The objects whose contents are needed, each once.
  package let objects: [ObjectID]
  /// A path of each object, in the order of `objects`. The file name determines how it is read.
  package let paths: [SourcePath]

  /// `changes` are ordered from newest to oldest, each commit before its parents.
  package init(_ changes: [CommitChanges]) {
    var objects: [ObjectID] = []
    var paths: [SourcePath] = []
    var seen: Set<ObjectID> = []
    for change in changes {
      for file in change.files where RecordExtents.concerns(file.path) {
        for object in [file.before, file.after] {
          guard let object, seen.insert(object).inserted else { continue }
          objects.append(object)
          paths.append(file.path)
        }
      }
    }
    (self.changes, self.objects, self.paths) = (changes, objects, paths)
  }

  /// The content of an object.
  package enum Content: Sendable {
    case records(RecordExtents)
    /// The object is missing, or its content does not match its hash.
    case absent
  }

  /// `contents` are in the order of `objects`. `roots` are the root commits of the repository, if the workspace is only a part of
  /// it. Nil if the workspace is the whole repository.
  package func history(_ contents: [Content], isShallow: Bool, roots: Set<ObjectID>? = nil) -> RecordHistory {
    var texts = HistoryTexts()
    for (object, content) in zip(objects, contents) {
      switch content {
      case .records(let found): texts.held[object] = found
      case .absent: texts.absent.insert(object)
      }
    }
    var walk = HistoryWalk(texts, isShallow: isShallow, roots: roots, follows: changes.flatMap(\.commit.parents))
    for change in changes.reversed() { walk.take(change) }
    return RecordHistory(
      extent: .read(isShallow: isShallow, absent: texts.absent.count), revisions: walk.revisions.mapValues { $0.reversed() },
      lineage: walk.lineage, graph: walk.graph)
  }
}
