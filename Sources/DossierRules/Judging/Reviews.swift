import DossierRecords
import DossierText

/// The records that are to be reviewed, in cycles or by a day that is set, and when.
///
/// What is closed, retired or a draft is not reviewed any more or not yet, and an impact assessment only while it is its system's latest.
struct Reviews {
  let all: [Review]

  struct Review {
    let entry: Entry
    /// Nil where only the day of the next review is set.
    let cycle: CalendarDuration?
    /// Nil where no review is known by the day that is judged.
    let last: CivilDate?
    /// Nil where it cannot be told.
    let due: CivilDate?
    /// The day is written as `next_review`.
    let isSet: Bool

    /// The field that shows it best.
    var field: String { isSet ? "next_review" : "reviewed" }
  }

  init(_ dossier: Dossier, on day: CivilDate) {
    let latest = LatestAssessments(dossier, on: day)
    all = dossier.entries.enumerated().compactMap { position, entry in
      guard let head = entry.head, entry.holds(on: day), entry.isInUse else { return nil }
      if entry.record is ImpactAssessment, !latest.contains(position) { return nil }
      let last = entry.reviewed(by: day)
      if let next = head.nextReview, entry.reviewDue(on: day) == next {
        return Review(entry: entry, cycle: head.reviewCycle, last: last, due: next, isSet: true)
      }
      guard head.reviewCycle != nil || entry.isNeverReviewed(by: day) else { return nil }
      let start =
        last ?? entry.approvals(upTo: day).map(\.approval.date).max() ?? entry.occasion
      let due = head.reviewCycle.flatMap { cycle in start.flatMap(cycle.after) }
      return Review(entry: entry, cycle: head.reviewCycle, last: last, due: due, isSet: false)
    }
  }
}

/// The impact assessment of each system that was made or looked at last.
struct LatestAssessments {
  /// By system.
  private(set) var bySystem: [Int: (position: Int, made: CivilDate)] = [:]
  private var positions: Set<Int> = []

  init(_ dossier: Dossier, on day: CivilDate) {
    for (position, entry, assessment) in dossier.standing(ImpactAssessment.self, on: day) {
      guard let system = dossier.record(assessment.system)?.position else { continue }
      let known = bySystem[system].flatMap { (dossier.entries[$0.position].record as? ImpactAssessment)?.date }
      // By its own date: an old one that was read again is still the old one.
      if known.map({ assessment.date >= $0 }) ?? true {
        bySystem[system] = (position, max(assessment.date, entry.reviewed(by: day) ?? assessment.date))
      }
    }
    positions = Set(bySystem.values.map(\.position))
  }

  func contains(_ position: Int) -> Bool { positions.contains(position) }
}
