package import DossierRecords
package import DossierText

/// The records that must be reviewed, and when.
///
/// Only effective records are reviewed. An impact assessment is reviewed only while it is the latest of its system.
package struct Reviews: Sendable {
  /// In the order of the dossier.
  package let all: [Review]
  private let byPosition: [Int: Int]

  /// The next review of one record.
  package struct Review: Sendable {
    package let position: Int
    package let entry: Entry
    /// Nil where only the date of the next review is written.
    package let cycle: CalendarDuration?
    /// The last review, if it is dated on or before the as-of date.
    package let last: CivilDate?
    /// The date by which the record must be reviewed.
    ///
    /// This is `next_review`, unless a later review took place. Otherwise it is one cycle after the last review, after the last
    /// approval, or after the date of the record. Nil where none of these dates exists.
    package let due: CivilDate?
    /// Whether `due` is written as `next_review`.
    package let isSet: Bool
    package let status: Status

    /// The field that shows the review best.
    package var field: String { isSet ? "next_review" : "reviewed" }

    /// Whether `reviewed` is dated after the as-of date.
    package let isRecordedAhead: Bool
  }

  package enum Status: Sendable, Hashable {
    /// The due date has not passed.
    case upToDate
    /// The due date has passed. The record was reviewed before, or its next review is set.
    case overdue
    /// No review took place, and the first one is overdue or has no date.
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

  /// Reviews that are due on the as-of date or later.
  package var upToDate: [Review] { all.filter { $0.status == .upToDate } }

  /// Reviews whose due date has passed, and records that were never reviewed.
  package var overdue: [Review] { all.filter { $0.status != .upToDate } }
}

extension Reviews.Review {
  /// Nil where the record is not effective, or says neither how often nor when it is reviewed. Nil also where it says so in a field
  /// that cannot be read: nobody knows whether the review is overdue.
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
    // A next review that was planned together with a review after the as-of date is not known yet.
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
    // A date after the year 9999 cannot be represented. It has not passed.
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
  /// Whether the record says how often, or by which date, it is reviewed.
  package var saysWhenReviewed: Bool {
    field("review_cycle") != nil || field("next_review") != nil || !unread.isDisjoint(with: ["review_cycle", "next_review"])
  }

  fileprivate func day(_ name: String) -> CivilDate? {
    if case .date(let day)? = field(name)?.content { day } else { nil }
  }
}
