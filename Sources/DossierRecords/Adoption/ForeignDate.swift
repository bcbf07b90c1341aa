package import DossierText

/// A day as people write it elsewhere, where it can be read in one way only. `07/08/2025` cannot.
package enum ForeignDate {
  package static func day(_ text: String) -> CivilDate? {
    if let day = CivilDate(text) { return day }
    // A moment: its day counts.
    if text.utf8.count > 10, ["T", " "].contains(text.dropFirst(10).first), let day = CivilDate(text.prefix(10)) { return day }
    for mark in ["/", "."] as [Character] {
      let parts = text.split(separator: mark, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      if parts[0].utf8.count == 4 { return day(parts[0], parts[1], parts[2]) }
      if mark == "." { return day(parts[2], parts[1], parts[0]) }
    }
    let words = text.split { $0 == " " || $0 == "," }
    guard words.count == 3 else { return nil }
    if let month = month(words[1]) { return day(words[2], month, words[0]) }
    if let month = month(words[0]) { return day(words[2], month, words[1]) }
    return nil
  }

  private static func day(_ year: Substring, _ month: Substring, _ day: Substring) -> CivilDate? {
    guard year.utf8.count == 4, (1...2).contains(month.utf8.count), (1...2).contains(day.utf8.count) else { return nil }
    func padded(_ text: Substring) -> String { text.utf8.count == 1 ? "0" + text : String(text) }
    return CivilDate("\(year)-\(padded(month))-\(padded(day))")
  }

  /// The number of an English month, by its name or the first three letters of it.
  private static func month(_ word: Substring) -> Substring? {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ]
    let word = word.lowercased()
    return names.firstIndex { $0 == word || $0.prefix(3) == word }.map { Substring(String($0 + 1)) }
  }
}
