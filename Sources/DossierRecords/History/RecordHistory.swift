package import DossierText

/// The history of the records of a workspace in git.
package struct RecordHistory: Sendable {
  package let extent: Extent
  private let revisions: [String: [Revision]]
  private let lineage: Lineage
  private let graph: CommitGraph

  /// How complete the history is.
  package enum Extent: Sendable, Hashable {
    /// Complete back to the first commit.
    case whole
    /// A shallow clone: older commits are unknown.
    case shallow
    /// Some objects are missing from this clone or do not match their hashes. The history may be wrong. For example, a record may
    /// appear to begin where it came from a missing text.
    case damaged(absent: Int, isShallow: Bool)
    /// There is no history. The text is the reason, worded as a clause.
    case none(String)
    /// The history was not read.
    case unread

    static func read(isShallow: Bool, absent: Int) -> Extent {
      if absent > 0 { return .damaged(absent: absent, isShallow: isShallow) }
      return isShallow ? .shallow : .whole
    }

    package var isShallow: Bool {
      switch self {
      case .shallow, .damaged(_, true): true
      case .whole, .damaged, .none, .unread: false
      }
    }

    /// The number of objects that are missing or do not match their hashes.
    package var absent: Int { if case .damaged(let absent, _) = self { absent } else { 0 } }

    /// A sentence about the limits of the history. Nil if it is complete.
    package var remark: String? {
      switch self {
      case .whole, .unread: nil
      case .shallow: "This is a shallow clone: changes before its first commit are not known."
      case .damaged(let absent, let isShallow):
        "This clone is not whole: \(absent == 1 ? "1 older text" : "\(absent) older texts") of its files "
          + (absent == 1 ? "is missing or does not match its hash" : "are missing or do not match their hashes")
          + (isShallow ? ", and changes before its first commit are not known" : "") + "."
      case .none(let reason): "No history is known: \(reason)."
      }
    }
  }

  init(
    extent: Extent, revisions: [String: [Revision]], lineage: Lineage = Lineage(), graph: CommitGraph = CommitGraph()
  ) {
    self.extent = extent
    self.revisions = revisions
    self.lineage = lineage
    self.graph = graph
  }

  package static let unread = RecordHistory(extent: .unread, revisions: [:])

  package static func none(_ reason: String) -> RecordHistory { RecordHistory(extent: .none(reason), revisions: [:]) }

  /// The revisions of one record, newest first. Empty if it was never committed.
  package func revisions(of id: String) -> [Revision] { revisions[RecordHistory.key(id)] ?? [] }

  /// The first revisions of a record that satisfy a condition, oldest first: no ancestor of their commits has such a revision.
  package func introductions(of id: String, where isFound: (Revision) throws -> Bool) rethrows -> [Revision] {
    var found: [Revision] = []
    var numbers: Set<Int> = []
    var known: [Int: Bool] = [:]
    for revision in revisions(of: id).reversed() {
      if lineage.follows(revision.number, numbers, &known) { continue }
      guard try isFound(revision) else { continue }
      found.append(revision)
      numbers.insert(revision.number)
    }
    return found
  }

  /// A commit and all commits of which it is an ancestor, among those that changed the workspace or are merges.
  package func descendants(of commit: ObjectID) -> Set<ObjectID> { graph.descendants(of: commit) }

  /// The newest revision of the text that a build reads. Nil if the record was never committed.
  package func current(_ id: String) -> Revision? { revisions(of: id).first { $0.change != .secondText } }

  /// Ids are compared without regard to case.
  static func key(_ id: String) -> String { id.lowercased() }
}

/// A commit that changed the bytes or the path of a record.
package struct Revision: Sendable, Hashable {
  package let commit: Commit
  package let change: Change
  /// The path of the record after the commit. For a removed record, the path before it.
  package let path: SourcePath
  /// The object that contains the record, and the byte range in it.
  package let object: ObjectID
  package let extent: Range<Int>
  /// The SHA-256 of that range.
  package let digest: Digest
  /// The review dates after and before this commit. Nil if the record had none or did not exist.
  package let dates: ReviewDates?
  package let formerDates: ReviewDates?
  /// The position of the commit among the revisions of the record (`Lineage`).
  let number: Int
  /// Whether the id has one text in the commit and at most one in each of its parents.
  package let isOnly: Bool

  /// Whether the commit changed only review dates and possibly the version of the record.
  package var movesOnlyDates: Bool {
    guard let dates, let formerDates else { return false }
    return dates.rest == formerDates.rest && (dates.reviewed != formerDates.reviewed || dates.next != formerDates.next)
  }

  package enum Change: Sendable, Hashable {
    /// The record did not exist in the workspace before.
    case added
    /// The first known commit of the record, if earlier content is unknown. This is the first commit of a shallow clone, or one
    /// that changed a file whose earlier text is missing.
    case firstKnown
    /// The first commit with files in the folder of the workspace, if it has parents. The origin of the files is unknown.
    case begun
    case changed
    /// The same bytes in another file. The associated value is the previous path.
    case moved(from: SourcePath)
    /// Other bytes in another file.
    case movedAndChanged(from: SourcePath)
    /// The commit added or changed a text of an id that has another text, which counts. A build reports the duplicate id.
    case secondText
    /// The commit removed the text that counted, in this file. Another text of the id, which existed before, counts now.
    case uncovered(by: SourcePath)
    case removed

    /// A short description for people.
    package var words: String {
      switch self {
      case .added: "added"
      case .firstKnown, .begun: "first known"
      case .changed: "changed"
      case .moved(let path): "moved from \(path)"
      case .movedAndChanged(let path): "changed, and moved from \(path)"
      case .secondText: "a second text of this id"
      case .uncovered(let path): "the other text of this id, in \(path), removed"
      case .removed: "removed"
      }
    }
  }
}
