import DossierText

extension CalendarDuration {
  /// The frequency in words: "every month", "every 14 days", "every 1 year and 6 months".
  var everyWords: String {
    let parts = [(months / 12, "year"), (months % 12, "month"), (days, "day")].filter { $0.0 > 0 }
    if parts.count == 1, let (number, unit) = parts.first {
      return number == 1 ? "every \(unit)" : "every \(number) \(unit)s"
    }
    return "every " + parts.map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: " and ")
  }
}
