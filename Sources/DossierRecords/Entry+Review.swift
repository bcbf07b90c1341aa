package import DossierText

extension Entry {
  /// The day by which it is to be reviewed, as far as is known on a day: `next_review`, unless a review has taken place since; else one
  /// cycle after the last review. A review that is dated later has not taken place, and a `next_review` after it counts on it.
  ///
  /// Nil where that is not said. Read from the fields, so that it is known also of a record with errors elsewhere, and whether or not
  /// the record is in use.
  package func reviewDue(on day: CivilDate) -> CivilDate? {
    let last = self.day("reviewed")
    if let next = self.day("next_review"), last.map({ $0 < next }) ?? true, !saysReview(after: day) { return next }
    if let last, !last.hasCome(by: day) { return self.day("next_review").flatMap { $0 <= last ? $0 : nil } }
    guard let last, case .duration(let cycle)? = field("review_cycle")?.content else { return nil }
    return cycle.after(last)
  }

  /// How often it is reviewed is said, but neither when it was by that day nor when it will be.
  package func isNeverReviewed(by day: CivilDate) -> Bool {
    if saysReview(after: day) { return saysWhenReviewed && reviewDue(on: day) == nil }
    return field("review_cycle") != nil && field("reviewed") == nil && field("next_review") == nil
  }

  /// Whether the review that is recorded is dated after a day.
  package func saysReview(after day: CivilDate) -> Bool { self.day("reviewed").map { !$0.hasCome(by: day) } ?? false }

  /// Whether it says how often, or by which day, it is reviewed.
  package var saysWhenReviewed: Bool { field("review_cycle") != nil || field("next_review") != nil }

  private func day(_ name: String) -> CivilDate? {
    if case .date(let day)? = field(name)?.content { day } else { nil }
  }
}
