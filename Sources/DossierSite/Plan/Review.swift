import DossierRecords
import DossierText

/// When a record is to be reviewed next.
struct Review: Sendable {
  let entry: Int
  /// Nil where it says how often it is reviewed but not when it was, or says a day that has not come.
  let next: CivilDate?
  /// The day has passed, or there never was a review.
  let isOverdue: Bool

  /// Nil for what is out of use or does not say when it is reviewed.
  init?(_ position: Int, _ entry: Entry, asOf: CivilDate) {
    let due = entry.reviewDue(on: asOf)
    guard !entry.isRetired, due != nil || entry.isNeverReviewed(by: asOf) else { return nil }
    self.entry = position
    next = due
    isOverdue = due.map { $0 < asOf } ?? true
  }

  static func all(_ dossier: Dossier, asOf: CivilDate) -> [Review] {
    dossier.entries.enumerated().compactMap { Review($0.offset, $0.element, asOf: asOf) }
  }
}
