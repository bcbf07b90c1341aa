package import DossierText

/// The history of the records of a workspace in git.
package struct RecordHistory: Sendable {
  package let extent: Extent
  private let revisions: [String: [Revision]]
  private let lineage: Lineage
  private let graph: CommitGraph
  /// The revisions of adopted files, by `AdoptedFiles.id(of:)`.
  private let files: [String: [Revision]]
  private let submodules: [SourcePath]

  /// How complete the history is.
  package enum Extent: Sendable, Hashable {
    /// Complete back to the first commit.
    case whole
    /// A shallow clone: older commits are unknown.
    case shallow
    /// Some objects are missing from this clone or do not match their hashes. The history may be wrong. For example, a record may
    /// appear to be new in a commit because its earlier version is missing.
    case damaged(absent: Int, isShallow: Bool)
    /// There is no history. The associated value is the reason, as a clause for the end of a sentence.
    case none(String)
    /// The program did not read the history.
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

    /// A sentence about what is unknown in the history. Nil if the history is complete or was not read.
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
    extent: Extent, revisions: [String: [Revision]], lineage: Lineage = Lineage(), graph: CommitGraph = CommitGraph(),
    files: [String: [Revision]] = [:], submodules: [SourcePath] = []
  ) {
    self.extent = extent
    self.revisions = revisions
    self.lineage = lineage
    self.graph = graph
    self.files = files
    self.submodules = submodules
  }

  package static let unread = RecordHistory(extent: .unread, revisions: [:])

  package static func none(_ reason: String) -> RecordHistory { RecordHistory(extent: .none(reason), revisions: [:]) }

  /// The revisions of one record, newest first. Empty if the record was never committed.
  package func revisions(of id: String) -> [Revision] { revisions[RecordHistory.key(id)] ?? [] }

  /// The revisions of the record or, if the record is adopted, of its file. The newest revision is first.
  ///
  /// This is the history for readers. It never proves an approval: the text of an adopted file does not say which record it is.
  package func revisions(of entry: Entry) -> [Revision] {
    entry.isAdopted ? files[AdoptedFiles.id(of: entry.path)] ?? [] : revisions(of: entry.id)
  }

  /// The submodule that contains a file. Its commits are in another repository, which is not read.
  package func submodule(of path: SourcePath) -> SourcePath? { submodules.first { path.parts.starts(with: $0.parts) } }

  /// For each branch, the first revision of a record that satisfies the condition `isFound`. The result is ordered from oldest
  /// to newest.
  ///
  /// No commit in the result has an ancestor with a revision that satisfies the condition.
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

  /// The descendants of a commit, including the commit. The result contains only merges, and commits that changed files in the
  /// workspace.
  package func descendants(of commit: ObjectID) -> Set<ObjectID> { graph.descendants(of: commit) }

  /// The newest revision of the text that a build reads. If an id has several texts, a build reads only the first text.
  ///
  /// Nil if the record was never committed.
  package func current(_ id: String) -> Revision? { revisions(of: id).first { $0.change != .secondText } }

  /// The key of an id: the id in lower case, because ids are compared without regard to case.
  static func key(_ id: String) -> String { id.lowercased() }
}

/// The change of the bytes or the path of a record in one commit.
package struct Revision: Sendable, Hashable {
  package let commit: Commit
  package let change: Change
  /// The path of the record after the commit. For a removed record, the path before the commit.
  package let path: SourcePath
  /// The git object that contains the record. `extent` is the byte range of the record in this object.
  package let object: ObjectID
  package let extent: Range<Int>
  /// The SHA-256 of the bytes in `extent`. CR LF and a lone CR count as LF.
  package let digest: Digest
  /// The review dates of the record after the commit. `formerDates` are the review dates before the commit.
  ///
  /// Nil if the record had no review dates or did not exist.
  package let dates: ReviewDates?
  package let formerDates: ReviewDates?
  /// The number of the revision in the `Lineage`.
  let number: Int
  /// Whether the id has at most one text in the commit and at most one text in each parent of the commit.
  package let isOnly: Bool

  /// Whether the commit changed only review dates and possibly the version of the record.
  package var movesOnlyDates: Bool {
    guard let dates, let formerDates else { return false }
    return dates.rest == formerDates.rest && (dates.reviewed != formerDates.reviewed || dates.next != formerDates.next)
  }

  package enum Change: Sendable, Hashable {
    /// The record did not exist in the workspace before.
    case added
    /// The first known commit of a record whose earlier content is unknown.
    ///
    /// The commit is the first commit of a shallow clone, or the commit changed a file whose earlier content is missing.
    case firstKnown
    /// The first commit with files in the folder of the workspace, if this commit is not a root commit of the repository.
    ///
    /// The files may come from another folder of the repository.
    case begun
    case changed
    /// The commit moved the record to another file without other changes. The associated value is the previous path.
    case moved(from: SourcePath)
    /// The commit moved the record to another file and changed its bytes. The associated value is the previous path.
    case movedAndChanged(from: SourcePath)
    /// The id has several texts, and the commit added or changed a text that does not count. A build reports the duplicate id.
    case secondText
    /// The commit removed the text that counted. Another text of the id, which existed before, counts now.
    ///
    /// The associated value is the path of the removed text.
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
