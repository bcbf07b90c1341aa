package import DossierText

/// Reads a date that is written as `2025-08-07` or in the format of another program, if the text has only one possible meaning.
/// `07/08/2025` has two meanings, so the result is nil.
package enum ForeignDate {
  package static func day(_ text: String) -> CivilDate? {
    // If the text is a timestamp, read only its date.
    let isMoment = text.utf8.count > 10 && ["T", " "].contains(text.dropFirst(10).first)
    return (isMoment ? CivilDate(text.prefix(10)) : CivilDate(text)) ?? dotted(text) ?? DateForm.day(meantBy: text)
      ?? DateForm.day(meantBy: plain(text))
  }

  /// Reads `1.3.2025` as 1 March. Every country that puts dots between the numbers writes the day first.
  private static func dotted(_ text: String) -> CivilDate? {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map(Array.init)
    guard parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count), parts[2].count == 4,
      parts.joined().allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1) - 0x30 } }
    return CivilDate(year: numbers[2], month: numbers[1], day: numbers[0])
  }

  /// The words of a date without the day of the week, `of` and the ending of an ordinal number: `Friday, 18th of July 2025`
  /// becomes `18 july 2025`. A text that is too long to be a date becomes empty.
  private static func plain(_ text: String) -> String {
    guard text.utf8.count <= 48 else { return "" }
    let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    var words: [String] = []
    for word in text.lowercased().split(whereSeparator: { " ,-".contains($0) }).map(String.init) {
      let stem = word.last == "." ? String(word.dropLast()) : word
      if stem == "of" || weekdays.contains(where: { $0 == stem || stem.utf8.count == 3 && $0.hasPrefix(stem) }) { continue }
      let number = stem.prefix { $0.isASCII && $0.isNumber }
      if !number.isEmpty, ["st", "nd", "rd", "th"].contains(stem.dropFirst(number.count)) {
        words.append(String(number))
      } else {
        words.append(stem == "sept" ? "sep" : stem)
      }
    }
    return words.joined(separator: " ")
  }
}
