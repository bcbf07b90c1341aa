package import DossierRecords
import DossierText

/// A commit that changed only the review dates of a record. No event near the new date or near the commit shows that a review
/// took place.
///
/// Only the commit that wrote the current date is considered. The first date in a field is not a change, so it is not reported.
package struct ReviewMove: Sendable {
  /// `reviewed` or `next_review`.
  package let field: String
  package let old: String
  package let new: String
  package let commit: Commit

  /// An event within this number of days before or after the review shows that the review took place.
  private static let near = 31
  /// The limit in days for management reviews and audits. It is shorter than `near`, because management reviews and audits do not
  /// refer to each record that they review.
  private static let meeting = 7

  package init?(of position: Int, in dossier: Dossier) {
    let entry = dossier.entries[position]
    let revisions = dossier.history.revisions(of: entry).filter { $0.change != .secondText }
    guard let move = ReviewMove.last(entry, revisions), let made = move.commit.day else { return nil }
    self = move
    let day = (field == "reviewed" ? CivilDate(new) : nil) ?? made
    func isNear(_ other: CivilDate?, _ days: Int = ReviewMove.near) -> Bool {
      guard let other else { return false }
      return [day, made].contains { abs($0.daysSinceEpoch - other.daysSinceEpoch) <= days }
    }
    // Return nil if something near the date shows that a review took place. This can be a change of content, an approval, another
    // record that refers to this record, a management review or an audit.
    if revisions.contains(where: { !$0.movesOnlyDates && $0.change.isOfContent && isNear($0.commit.day) }) { return nil }
    if (entry.head?.approvals ?? []).contains(where: { isNear($0.date) }) { return nil }
    for edge in dossier.graph.edges(to: .entry(position)) {
      guard case .entry(let origin) = edge.origin, origin != position else { continue }
      let other = dossier.entries[origin]
      if isNear(other.date) || isNear(other.field("done")?.content.date) { return nil }
      if case .mapping(let members)? = other.field("period")?.content,
        let from = members.first(where: { $0.name == "from" })?.content.date,
        let to = members.first(where: { $0.name == "to" })?.content.date, from <= day, day <= to
      {
        return nil
      }
    }
    for name in [ManagementReview.name, Audit.name] {
      if dossier.entries(of: name).contains(where: { isNear($0.date, ReviewMove.meeting) }) { return nil }
    }
  }

  private init(field: String, old: String, new: String, commit: Commit) {
    (self.field, self.old, self.new, self.commit) = (field, old, new, commit)
  }

  /// The commit that wrote the current review date, if it changed nothing in the record except review dates.
  private static func last(_ entry: Entry, _ revisions: [Revision]) -> ReviewMove? {
    for (field, path) in [("reviewed", \ReviewDates.reviewed), ("next_review", \ReviewDates.next)] {
      guard let now = entry.field(field)?.content.date?.description else { continue }
      // If the current date is not committed yet, there is no commit to report.
      guard let revision = revisions.first(where: { $0.formerDates?[keyPath: path] != now }), revision.movesOnlyDates,
        revision.dates?[keyPath: path] == now, let old = revision.formerDates?[keyPath: path]
      else { continue }
      return ReviewMove(field: field, old: old, new: now, commit: revision.commit)
    }
    return nil
  }
}

extension Revision.Change {
  /// Whether the content of the record changed.
  fileprivate var isOfContent: Bool {
    switch self {
    case .added, .changed, .movedAndChanged: true
    case .firstKnown, .begun, .moved, .secondText, .uncovered, .removed: false
    }
  }
}

extension FieldContent {
  fileprivate var date: CivilDate? {
    if case .date(let date) = self { return date }
    return nil
  }
}
