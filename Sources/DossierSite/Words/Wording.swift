import DossierText

/// Formats words, dates and numbers for readers.
enum Wording {
  /// A word of a vocabulary with spaces: `not-started` becomes "not started".
  static func words(_ word: String) -> String {
    String(decoding: word.utf8.map { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") ? 0x20 : $0 }, as: UTF8.self)
  }

  /// A date with the name of the month: "31 October 2026".
  static func long(_ date: CivilDate) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
    return "\(date.day) \(months[date.month - 1]) \(date.year)"
  }

  /// A number with its noun: "1 record", "2 records".
  static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? singular : plural ?? singular + "s")"
  }

  /// A number with its noun for a sentence: "no file" instead of "0 files".
  static func countOrNo(_ number: Int, _ singular: String) -> String {
    number == 0 ? "no \(singular)" : count(number, singular)
  }

  /// The text with at most `limit` characters. A longer text is cut after a word if possible. An ellipsis marks the cut.
  static func clipped(_ text: String, to limit: Int) -> String {
    guard text.utf8.count > limit, text.count > limit else { return text }
    let start = text.prefix(limit)
    let end = start.lastIndex(of: " ") ?? start.endIndex
    return start[..<end] + "…"
  }

  /// A file size: "12 kB".
  static func size(_ bytes: Int) -> String {
    bytes < 1000 ? "\(bytes) bytes" : bytes < 1_000_000 ? "\((bytes + 500) / 1000) kB" : "\((bytes + 500_000) / 1_000_000) MB"
  }
}
