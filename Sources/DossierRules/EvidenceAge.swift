import DossierRecords
import DossierText

/// The last day on which evidence counts for a control that is reviewed in a cycle.
///
/// This is the day in `valid_until`, if there is one. Otherwise, if the cycle is shorter than a year, the evidence counts for one
/// cycle after the end of its period, or after its collection if it has no period. In all other cases `lastDay` is nil.
struct EvidenceAge {
  let lastDay: CivilDate?
  /// The end of the period, or the day of collection. Nil if the evidence has `valid_until`.
  private let end: CivilDate?

  init(_ evidence: Evidence, cycle: CalendarDuration?) {
    let end = evidence.period?.to ?? evidence.collected
    let isShort = cycle.map { $0.months * 31 + $0.days < 365 } ?? false
    lastDay = evidence.validUntil ?? (isShort ? cycle?.after(end) : nil)
    self.end = evidence.validUntil == nil ? end : nil
  }

  /// Whether the last day has passed. False if the evidence is so old that another rule reports it.
  func isPast(on day: CivilDate) -> Bool {
    guard let lastDay, lastDay < day else { return false }
    return end.map { day.daysSinceEpoch - $0.daysSinceEpoch <= 365 } ?? true
  }
}
