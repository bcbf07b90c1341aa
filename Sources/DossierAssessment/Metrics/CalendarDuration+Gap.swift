package import DossierText

extension CalendarDuration {
  /// Whether the time between two readings, or since the last reading, is too long for a metric with this frequency.
  ///
  /// Months have different lengths, and a reading may be a little late: three quarters of a period are allowed after the due date.
  package func hasGap(from last: CivilDate, to next: CivilDate) -> Bool {
    guard last < next, let due = after(last) else { return false }
    return next.daysSinceEpoch - due.daysSinceEpoch > (due.daysSinceEpoch - last.daysSinceEpoch) * 3 / 4
  }
}
