package import DossierText

/// Follows records through commits by their ids, whatever files they stand in.
package struct HistoryAssembly: Sendable {
  private let changes: [CommitChanges]
  /// The objects whose contents it needs, each once.
  package let objects: [ObjectID]
  /// A path under which each object was seen, in the order of `objects`: its name says what it can hold.
  package let paths: [SourcePath]

  /// `changes` come newest first, each commit before those it follows.
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

  /// What is known of an object.
  package enum Content: Sendable {
    case records(RecordExtents)
    /// Nothing: it is not there, or is not what its name says.
    case absent
  }

  /// `contents` are those of `objects`. `roots` are the commits that follow none in the whole repository, where the workspace is a
  /// part of it: nil where it is all of it.
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
      extent: .read(isShallow: isShallow, absent: texts.absent.count), revisions: walk.revisions.mapValues { $0.reversed() })
  }
}
