import DossierRecords
import DossierText

/// A commit that moved a day of review of a record and changed nothing else of it, where nothing in the dossier tells of a review.
///
/// Only the commit that wrote the day as it stands now counts; what came before it is past. A day that was written for the first time
/// has not moved.
struct ReviewMove {
  /// `reviewed` or `next_review`.
  let field: String
  let old: String
  let new: String
  let commit: Commit

  /// What is within so many days of the review tells of it.
  private static let near = 31
  /// A meeting that goes through many records does not name each of them.
  private static let meeting = 7

  init?(of position: Int, in dossier: Dossier) {
    let entry = dossier.entries[position]
    let revisions = dossier.history.revisions(of: entry.id)
    guard let move = ReviewMove.last(entry, revisions), let made = move.commit.day else { return nil }
    self = move
    let day = (field == "reviewed" ? CivilDate(new) : nil) ?? made
    func isNear(_ other: CivilDate?, _ days: Int = ReviewMove.near) -> Bool {
      guard let other else { return false }
      return [day, made].contains { abs($0.daysSinceEpoch - other.daysSinceEpoch) <= days }
    }
    // Somebody worked on it at that time, approved it, or a record that names it is of that time.
    if revisions.contains(where: { !$0.movesOnlyDates && $0.change.isOfContent && isNear($0.commit.day) }) { return nil }
    if (entry.head?.approvals ?? []).contains(where: { isNear($0.date) }) { return nil }
    for edge in dossier.graph.edges(to: .entry(position)) {
      guard case .entry(let origin) = edge.origin, origin != position else { continue }
      let other = dossier.entries[origin]
      if isNear(other.occasion) || isNear(other.field("done")?.content.date) { return nil }
      if case .mapping(let members)? = other.field("period")?.content,
        let from = members.first(where: { $0.name == "from" })?.content.date,
        let to = members.first(where: { $0.name == "to" })?.content.date, from <= day, day <= to
      {
        return nil
      }
    }
    for name in [ManagementReview.name, Audit.name] {
      if dossier.entries(of: name).contains(where: { isNear($0.occasion, ReviewMove.meeting) }) { return nil }
    }
  }

  private init(field: String, old: String, new: String, commit: Commit) {
    (self.field, self.old, self.new, self.commit) = (field, old, new, commit)
  }

  /// The commit that wrote the day there is now, where it did nothing else.
  private static func last(_ entry: Entry, _ revisions: [Revision]) -> ReviewMove? {
    for (field, path) in [("reviewed", \ReviewDates.reviewed), ("next_review", \ReviewDates.next)] {
      guard let now = entry.field(field)?.content.date?.description else { continue }
      // A day that is in no commit yet was moved by none.
      guard let revision = revisions.first(where: { $0.formerDates?[keyPath: path] != now }), revision.movesOnlyDates,
        revision.dates?[keyPath: path] == now, let old = revision.formerDates?[keyPath: path]
      else { continue }
      return ReviewMove(field: field, old: old, new: now, commit: revision.commit)
    }
    return nil
  }
}

extension Revision.Change {
  /// Whether the record said something else afterwards.
  fileprivate var isOfContent: Bool {
    switch self {
    case .added, .changed, .movedAndChanged: true
    case .firstKnown, .begun, .moved, .removed: false
    }
  }
}

extension FieldContent {
  fileprivate var date: CivilDate? {
    if case .date(let date) = self { return date }
    return nil
  }
}
