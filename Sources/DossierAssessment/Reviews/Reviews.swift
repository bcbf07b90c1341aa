package import DossierRecords
package import DossierText

/// The records that must be reviewed, and the dates of their reviews.
///
/// Only effective records must be reviewed. If a system has several impact assessments, only the latest assessment must be
/// reviewed.
package struct Reviews: Sendable {
  /// The next review of each record, in the order of the dossier.
  package let all: [Review]
  private let byPosition: [Int: Int]

  /// The next review of one record.
  package struct Review: Sendable {
    package let position: Int
    package let entry: Entry
    /// The time between two reviews. Nil if the record states no cycle that can be read.
    package let cycle: CalendarDuration?
    /// The date of the last review. Nil if the record states no review on or before the as-of date.
    package let last: CivilDate?
    /// The date by which the record must be reviewed. Nil if no date is known.
    ///
    /// The first of these dates that exists is used:
    ///
    /// 1. `next_review`, if no review took place on or after that date.
    /// 2. One cycle after the last review.
    /// 3. One cycle after the last approval.
    /// 4. One cycle after the date of the record.
    package let due: CivilDate?
    /// Whether `due` comes from the field `next_review`, and not from the cycle.
    package let isSet: Bool
    package let status: Status

    /// The field at which a diagnostic about the review is reported.
    package var field: String { isSet ? "next_review" : "reviewed" }

    /// Whether `reviewed` is dated after the as-of date.
    package let isRecordedAhead: Bool
  }

  package enum Status: Sendable, Hashable {
    /// The due date has not passed.
    case upToDate
    /// The due date has passed. The record was reviewed before, or the due date comes from `next_review`.
    case overdue
    /// No review took place, and the first review is overdue or has no date. `due` does not come from `next_review`.
    case neverReviewed
  }

  init(_ dated: DatedDossier, _ latest: LatestImpactAssessments) {
    all = dated.dossier.entries.indices.compactMap { position in
      if dated.dossier.entries[position].kind.name == ImpactAssessment.name, !latest.contains(position) { return nil }
      return Review(dated, position)
    }
    byPosition = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.position, $0) })
  }

  package func review(of position: Int) -> Review? { byPosition[position].map { all[$0] } }

  /// Reviews whose due date has not passed.
  package var upToDate: [Review] { all.filter { $0.status == .upToDate } }

  /// Reviews whose due date has passed, and records that were never reviewed.
  package var overdue: [Review] { all.filter { $0.status != .upToDate } }
}

extension Reviews.Review {
  /// Creates the review of the record at `position`. Nil in these cases:
  ///
  /// - The record is not effective.
  /// - The record states no review cycle and no date of the next review.
  /// - A review field cannot be read. Then it is unknown whether the review is overdue.
  fileprivate init?(_ dated: DatedDossier, _ position: Int) {
    let entry = dated.dossier.entries[position]
    guard dated.isEffective(position), entry.unread.isDisjoint(with: ["reviewed", "next_review", "review_cycle"]) else {
      return nil
    }
    let written = entry.day("reviewed")
    let isAhead = written.map { !dated.asOf.includes($0) } ?? false
    let last = isAhead ? nil : written
    var cycle: CalendarDuration?
    if case .duration(let duration)? = entry.field("review_cycle")?.content { cycle = duration }
    // Ignore `next_review` in two cases:
    //
    // - A review took place on or after the date in `next_review`.
    // - The date in `reviewed` is after the as-of date, and `next_review` is after `reviewed`. So `next_review` was planned at a
    //   review that has not taken place yet.
    var next = entry.day("next_review")
    if let written, let planned = next, isAhead ? planned > written : planned <= written { next = nil }
    guard next != nil || cycle != nil || entry.field("review_cycle") != nil || (isAhead && entry.saysWhenReviewed) else {
      return nil
    }
    let start = last ?? dated.approvals(of: entry).map(\.approval.date).max() ?? entry.date
    let due = next ?? cycle.flatMap { cycle in start.flatMap(cycle.after) }
    self.position = position
    self.entry = entry
    self.cycle = cycle
    self.last = last
    self.due = due
    isSet = next != nil
    isRecordedAhead = isAhead
    // A due date after the year 9999 cannot be represented, so `due` is nil. Such a review is not overdue.
    let isBeyondCalendar = due == nil && cycle != nil && start != nil
    let isOverdue = due.map { dated.asOf.isPast($0) } ?? !isBeyondCalendar
    if !isOverdue {
      status = .upToDate
    } else {
      status = last == nil && next == nil ? .neverReviewed : .overdue
    }
  }
}

extension Entry {
  /// Whether the record states how often, or by which date, the record must be reviewed.
  package var saysWhenReviewed: Bool {
    field("review_cycle") != nil || field("next_review") != nil || !unread.isDisjoint(with: ["review_cycle", "next_review"])
  }

  fileprivate func day(_ name: String) -> CivilDate? {
    if case .date(let day)? = field(name)?.content { day } else { nil }
  }
}
