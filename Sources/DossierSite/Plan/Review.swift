import DossierRecords
import DossierText

/// When a record is to be reviewed next, from the day of the last review and its cycle.
struct Review: Sendable {
  let entry: Int
  /// Nil where it says how often it is reviewed but not when it last was.
  let last: CivilDate?
  let next: CivilDate?
  /// The day has passed, or there never was a review.
  let isOverdue: Bool

  /// Nil for what is out of use or does not say how often it is reviewed.
  init?(_ position: Int, _ entry: Entry, asOf: CivilDate) {
    guard !entry.isRetired, case .duration(let cycle)? = entry.field("review_cycle")?.content else { return nil }
    self.entry = position
    if case .date(let date)? = entry.field("reviewed")?.content { last = date } else { last = nil }
    next = last.flatMap(cycle.after)
    isOverdue = next.map { $0 < asOf } ?? true
  }

  static func all(_ dossier: Dossier, asOf: CivilDate) -> [Review] {
    dossier.entries.enumerated().compactMap { Review($0.offset, $0.element, asOf: asOf) }
  }
}
