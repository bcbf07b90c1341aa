/// A duration in whole years, months, weeks or days.
///
/// The duration is written in ISO 8601 form (`P1Y`, `P6M`, `P1Y6M`, `P2W`, `P90D`) or in words (`6 months`, `every
/// 2 years`, `quarterly`).
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

  /// Reads one number with one unit (`6 months`, `every two years`), or a frequency (`quarterly`, `twice a year`).
  ///
  /// Rejects words with two meanings, such as `biannual` (twice a year or every two years) and `bimonthly`.
  private init?(words text: String) {
    // A hyphen at the start is a minus sign.
    guard text.utf8.first != UInt8(ascii: "-") else { return nil }
    let text = String(text.lowercased().map { $0 == "-" || $0 == "_" ? " " : $0 })
    guard let iso = CalendarDuration.frequencies[text] ?? CalendarDuration.period(text) else { return nil }
    self.init(iso: iso)
  }

  private static let frequencies: [String: String] = [
    "daily": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M", "quarterly": "P3M", "half yearly": "P6M",
    "semi annual": "P6M", "semi annually": "P6M", "semiannual": "P6M", "semiannually": "P6M", "twice a year": "P6M",
    "twice yearly": "P6M", "yearly": "P1Y", "annual": "P1Y", "annually": "P1Y", "biennial": "P2Y", "biennially": "P2Y",
    "triennial": "P3Y", "triennially": "P3Y",
  ]

  /// Reads a number and a unit. `every`, `each`, `once` and `per` may be before them, and the number one may be missing after
  /// these words.
  private static func period(_ text: String) -> String? {
    var words = text.split(separator: " ").map(String.init)
    let isFrequency = ["every", "each", "once"].contains(words.first)
    if words.first == "once" {
      words.removeFirst()
      guard ["a", "per", "every", "each"].contains(words.first) else { return nil }
    }
    if isFrequency || words.first == "per" { words.removeFirst() }
    if isFrequency, words.count == 1 { words.insert("1", at: 0) }
    guard words.count == 2 else { return nil }
    let numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    let number = numbers.firstIndex(of: words[0]).map { String($0 + 1) } ?? words[0]
    return switch words[1] {
    case "day", "days": "P\(number)D"
    case "week", "weeks": "P\(number)W"
    case "month", "months": "P\(number)M"
    case "quarter", "quarters": Int(number).flatMap { (1...99).contains($0) ? "P\($0 * 3)M" : nil }
    case "year", "years": "P\(number)Y"
    default: nil
    }
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
