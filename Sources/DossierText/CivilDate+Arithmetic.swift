extension CivilDate {
  /// The date `days` days later, or earlier if `days` is negative. The same date if the result is outside the calendar.
  package func plus(_ days: Int) -> CivilDate {
    CivilDate(daysSinceEpoch: daysSinceEpoch + days).flatMap { $0.year > 0 ? $0 : nil } ?? self
  }

  /// The same day in another year, or the last day of its month where that year has no such day.
  package func plus(years: Int) -> CivilDate {
    let year = Swift.min(9999, Swift.max(1, self.year + years))
    return CivilDate(year: year, month: month, day: Swift.min(day, CivilDate.days(in: month, of: year))) ?? self
  }
}
