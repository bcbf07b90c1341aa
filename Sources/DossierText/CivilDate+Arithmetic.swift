extension CivilDate {
  /// The date `days` days later, or earlier if `days` is negative. If the result is not in the years 1 to 9999, this date is
  /// returned unchanged.
  package func plus(_ days: Int) -> CivilDate {
    CivilDate(daysSinceEpoch: daysSinceEpoch + days).flatMap { $0.year > 0 ? $0 : nil } ?? self
  }

  /// The same month and day, `years` years later. 29 February becomes 28 February in a year without 29 February. A result
  /// before year 1 is moved to year 1, and a result after year 9999 is moved to year 9999.
  package func plus(years: Int) -> CivilDate {
    let year = Swift.min(9999, Swift.max(1, self.year + years))
    return CivilDate(year: year, month: month, day: Swift.min(day, CivilDate.days(in: month, of: year))) ?? self
  }
}
