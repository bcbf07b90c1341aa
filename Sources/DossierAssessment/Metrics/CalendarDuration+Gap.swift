package import DossierText

extension CalendarDuration {
  /// Whether the time from a reading to the next reading, or to the as-of date, is too long for a metric with this frequency.
  ///
  /// A reading may be late by three quarters of the period, because months have different lengths.
  package func hasGap(from last: CivilDate, to next: CivilDate) -> Bool {
    guard last < next, let due = after(last) else { return false }
    return next.daysSinceEpoch - due.daysSinceEpoch > (due.daysSinceEpoch - last.daysSinceEpoch) * 3 / 4
  }
}
