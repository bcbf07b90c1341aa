/// Reads dates in other formats than `YYYY-MM-DD`.
package enum DateForm {
  /// The date written in `text`. Nil if the text is not a date or is ambiguous, such as `04/05/2026`.
  ///
  /// Accepted formats: `2026-5-4`, `2026/05/04`, `20260504`, `25.05.2026`, `05/25/2026`, `4 May 2026` and `May 4, 2026`.
  package static func day(meantBy text: String) -> CivilDate? {
    let bytes = Array(text.utf8)
    guard bytes.count <= 32 else { return nil }
    if bytes.count == 8, bytes.allSatisfy(isDigit) {
      return day(number(bytes[0..<4]), number(bytes[4..<6]), number(bytes[6..<8]))
    }
    for mark in ["-", "/", "."].flatMap(\.utf8) {
      let parts = bytes.split(separator: mark, omittingEmptySubsequences: false)
      if parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) { return day(parts) }
    }
    return dayInWords(bytes)
  }

  /// Whether the text is a month or a year without a day: `July 2025`, `2025-07`, `07/2025`, `2025`.
  package static func isWithoutDay(_ text: String) -> Bool {
    var parts = text.utf8.split { " ,-/.".utf8.contains($0) }
    guard text.utf8.count <= 32, let year = parts.firstIndex(where: { $0.count == 4 && $0.allSatisfy(isDigit) }) else {
      return false
    }
    parts.remove(at: year)
    guard let rest = parts.first else { return true }
    guard parts.count == 1 else { return false }
    let other = Array(rest)
    if other.count <= 2, other.allSatisfy(isDigit) { return (1...12).contains(number(other[...])) }
    return month(other[...]) != nil
  }

  /// The two dates that an ambiguous text can mean: 8 July and 7 August for `07/08/2025`. Nil if the text is not ambiguous.
  package static func readings(of text: String) -> (CivilDate, CivilDate)? {
    for mark in ["-", "/", "."].flatMap(\.utf8) {
      let parts = Array(text.utf8).split(separator: mark, omittingEmptySubsequences: false)
      guard parts.count == 3, parts[2].count == 4, parts.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy(isDigit) }),
        let a = day(number(parts[2]), number(parts[0]), number(parts[1])),
        let b = day(number(parts[2]), number(parts[1]), number(parts[0])), a != b
      else { continue }
      return (a, b)
    }
    return nil
  }

  /// Reads a date from three numbers.
  private static func day(_ parts: [ArraySlice<UInt8>]) -> CivilDate? {
    if parts[0].count == 4, parts[1].count <= 2, parts[2].count <= 2 {
      return day(number(parts[0]), number(parts[1]), number(parts[2]))
    }
    guard parts[0].count <= 2, parts[1].count <= 2, parts[2].count == 4 else { return nil }
    let (first, second, year) = (number(parts[0]), number(parts[1]), number(parts[2]))
    // Some countries write the day first, and other countries write the month first. Accept the text only if exactly one order
    // gives a date, or if both orders give the same date.
    let readings = Set([day(year, second, first), day(year, first, second)].compactMap { $0 })
    return readings.count == 1 ? readings.first : nil
  }

  /// Reads three words: a month, a day and a year, or a day, a month and a year. The month is an English name or its first three
  /// letters. The year has four digits.
  private static func dayInWords(_ bytes: [UInt8]) -> CivilDate? {
    let words = bytes.split { $0 == 0x20 || $0 == UInt8(ascii: ",") }
    guard words.count == 3, words[2].count == 4, words[2].allSatisfy(isDigit) else { return nil }
    let (name, numeral) = words[0].allSatisfy(isDigit) ? (words[1], words[0]) : (words[0], words[1])
    guard numeral.count <= 2, numeral.allSatisfy(isDigit) else { return nil }
    guard let month = month(name) else { return nil }
    return day(number(words[2]), month, number(numeral))
  }

  /// The number of a month from its English name or the first three letters of this name.
  private static func month(_ name: ArraySlice<UInt8>) -> Int? {
    let word = String(decoding: name, as: UTF8.self).lowercased()
    let months = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ]
    return months.firstIndex { $0 == word || (word.utf8.count == 3 && $0.hasPrefix(word)) }.map { $0 + 1 }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate? { CivilDate(year: year, month: month, day: day) }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1) - 0x30 } }
}
