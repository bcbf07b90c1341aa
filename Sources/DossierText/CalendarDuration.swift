/// A duration in whole years, months, weeks or days.
///
/// The duration is written in ISO 8601 form (`P1Y`, `P6M`, `P1Y6M`, `P2W`, `P90D`) or in words (`6 months`, `quarterly`).
package struct CalendarDuration: Hashable, Sendable, CustomStringConvertible {
  package let months: Int
  package let days: Int
  /// The duration in ISO 8601 form. A duration that was read in this form keeps its spelling.
  package let description: String

  package init?(_ text: String) {
    if let duration = CalendarDuration(iso: text) { self = duration } else { self.init(words: text) }
  }

  private init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.first == UInt8(ascii: "P"), bytes.count > 2 else { return nil }
    var months = 0
    var days = 0
    var number: Int?
    var order = 0
    for byte in bytes.dropFirst() {
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        number = (number ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
        guard number ?? 0 <= 9999 else { return nil }
        continue
      }
      guard let value = number else { return nil }
      number = nil
      let rank: Int
      switch byte {
      case UInt8(ascii: "Y"): (rank, months) = (1, months + value * 12)
      case UInt8(ascii: "M"): (rank, months) = (2, months + value)
      case UInt8(ascii: "W"): (rank, days) = (3, days + value * 7)
      case UInt8(ascii: "D"): (rank, days) = (4, days + value)
      default: return nil
      }
      guard rank > order else { return nil }
      order = rank
    }
    guard number == nil, months + days > 0 else { return nil }
    self.months = months
    self.days = days
    self.description = text
  }

  /// Reads one number with one unit, or a frequency such as `quarterly`. Rejects ambiguous words such as `biannual`.
  private init?(words text: String) {
    let words = text.lowercased().split(separator: " ")
    let iso: String? =
      switch words.count {
      case 1:
        switch words[0] {
        case "weekly": "P1W"
        case "monthly": "P1M"
        case "quarterly": "P3M"
        case "half-yearly", "semi-annually": "P6M"
        case "yearly", "annually": "P1Y"
        default: nil
        }
      case 2:
        switch words[1] {
        case "day", "days": "P\(words[0])D"
        case "week", "weeks": "P\(words[0])W"
        case "month", "months": "P\(words[0])M"
        case "year", "years": "P\(words[0])Y"
        default: nil
        }
      default: nil
      }
    guard let iso else { return nil }
    self.init(iso: iso)
  }

  /// The date that is this duration after `date`. Months are added first, then days. Nil if the result is not in the years 1 to
  /// 9999.
  ///
  /// If the day of `date` does not exist in the resulting month, the last day of that month is used. For example, 31 January +
  /// P1M is 28 or 29 February.
  package func after(_ date: CivilDate) -> CivilDate? {
    let total = date.year * 12 + date.month - 1 + months
    let year = total / 12
    let month = total % 12 + 1
    guard (1...9999).contains(year) else { return nil }
    let day = min(date.day, CivilDate.days(in: month, of: year))
    return CivilDate(year: year, month: month, day: day)
      .flatMap { CivilDate(daysSinceEpoch: $0.daysSinceEpoch + days) }
  }
}
