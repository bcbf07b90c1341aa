package import DossierText

/// What a repository says of the records of a workspace.
package struct RecordHistory: Sendable {
  package let extent: Extent
  private let revisions: [String: [Revision]]

  /// How far back it reaches.
  package enum Extent: Sendable, Hashable {
    /// To the first commit.
    case whole
    /// Older commits were left out when the repository was cloned: what came before is not known.
    case shallow
    /// So many objects with texts of some time are not in this clone, or are not what their names say. What is known may be wrong:
    /// a record may be seen to begin where it came from one of them.
    case damaged(absent: Int, isShallow: Bool)
    /// There is none, and why: a clause.
    case none(String)
    /// Nobody asked.
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

    /// How many objects are missing or not what their names say.
    package var absent: Int { if case .damaged(let absent, _) = self { absent } else { 0 } }

    /// What a reader must know of it, as a sentence; nil where nothing is missing.
    package var remark: String? {
      switch self {
      case .whole, .unread: nil
      case .shallow: "This is a shallow clone: what came before its first commit is not known."
      case .damaged(let absent, let isShallow):
        "This clone is not whole: \(absent == 1 ? "1 older text" : "\(absent) older texts") of its files "
          + (absent == 1 ? "is missing or is not what its name says" : "are missing or are not what their names say")
          + (isShallow ? ", and what came before its first commit is not known" : "") + "."
      case .none(let reason): "No history is known: \(reason)."
      }
    }
  }

  init(extent: Extent, revisions: [String: [Revision]]) {
    self.extent = extent
    self.revisions = revisions
  }

  package static let unread = RecordHistory(extent: .unread, revisions: [:])

  package static func none(_ reason: String) -> RecordHistory { RecordHistory(extent: .none(reason), revisions: [:]) }

  /// The changes of one record, the newest first. Empty for one that was never committed.
  package func revisions(of id: String) -> [Revision] { revisions[RecordHistory.key(id)] ?? [] }

  /// Ids are the same without regard to case.
  static func key(_ id: String) -> String { id.lowercased() }
}

/// One commit in which the bytes or the place of a record changed.
package struct Revision: Sendable, Hashable {
  package let commit: Commit
  package let change: Change
  /// Where the record stood after it, before it for one that was removed.
  package let path: SourcePath
  /// The object that holds it there, and its part of that object.
  package let object: ObjectID
  package let extent: Range<Int>
  /// SHA-256 of that part.
  package let digest: Digest
  /// What it says of its reviews, and what it said before this commit; nil where it said nothing or was not there.
  package let dates: ReviewDates?
  package let formerDates: ReviewDates?

  /// Whether days of review, the version perhaps, and nothing else of the record changed in this commit.
  package var movesOnlyDates: Bool {
    guard let dates, let formerDates else { return false }
    return dates.rest == formerDates.rest && (dates.reviewed != formerDates.reviewed || dates.next != formerDates.next)
  }

  package enum Change: Sendable, Hashable {
    /// It was nowhere in the workspace before.
    case added
    /// The first commit in which it is seen, where what came before is not known: the first of a shallow clone, or one that changed a
    /// file whose text before is missing.
    case firstKnown
    /// The first commit that has anything in the folder of the workspace, and follows others: where it came from is not known.
    case begun
    case changed
    /// The same bytes in another file, the one before.
    case moved(from: SourcePath)
    /// Other bytes in another file.
    case movedAndChanged(from: SourcePath)
    case removed

    /// One word or two, for people.
    package var words: String {
      switch self {
      case .added: "added"
      case .firstKnown, .begun: "first known"
      case .changed: "changed"
      case .moved(let path): "moved from \(path)"
      case .movedAndChanged(let path): "changed, and moved from \(path)"
      case .removed: "removed"
      }
    }
  }
}
