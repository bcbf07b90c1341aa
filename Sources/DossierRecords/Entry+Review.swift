package import DossierText

extension Entry {
  /// The day by which it is to be reviewed: `next_review`, unless a review has taken place since; else one cycle after the last review.
  ///
  /// Nil where that is not said. Read from the fields, so that it is known also of a record with errors elsewhere, and whether or not
  /// the record is in use.
  package var reviewDue: CivilDate? {
    let last = day("reviewed")
    if let next = day("next_review"), last.map({ $0 < next }) ?? true { return next }
    guard let last, case .duration(let cycle)? = field("review_cycle")?.content else { return nil }
    return cycle.after(last)
  }

  /// How often it is reviewed is said, but neither when it was nor when it will be.
  package var isNeverReviewed: Bool {
    field("review_cycle") != nil && field("reviewed") == nil && field("next_review") == nil
  }

  /// Whether it says how often, or by which day, it is reviewed.
  package var saysWhenReviewed: Bool { field("review_cycle") != nil || field("next_review") != nil }

  private func day(_ name: String) -> CivilDate? {
    if case .date(let day)? = field(name)?.content { day } else { nil }
  }
}
