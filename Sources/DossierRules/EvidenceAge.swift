import DossierRecords
import DossierText

/// Until when a piece of evidence speaks for a control that is reviewed in a cycle.
///
/// Its own last day counts where it has one. Else it speaks for one cycle, counted from the end of the time it is about, where the
/// cycle is shorter than a year; nil where neither is so.
struct EvidenceAge {
  let lastDay: CivilDate?
  /// The end of the time it is about, where it has no last day of its own.
  private let end: CivilDate?

  init(_ evidence: Evidence, cycle: CalendarDuration?) {
    let end = evidence.period?.to ?? evidence.collected
    let isShort = cycle.map { $0.months * 31 + $0.days < 365 } ?? false
    lastDay = evidence.validUntil ?? (isShort ? cycle?.after(end) : nil)
    self.end = evidence.validUntil == nil ? end : nil
  }

  /// Past its last day, and not so old that it is the subject of another rule.
  func isPast(on day: CivilDate) -> Bool {
    guard let lastDay, lastDay < day else { return false }
    return end.map { day.daysSinceEpoch - $0.daysSinceEpoch <= 365 } ?? true
  }
}
