/// Checks whether a text can contain a citation. The check reads each byte once. Most texts fail the check and need no further
/// work.
enum CitationPrefilter {
  static func arePresent(in text: [UInt8]) -> Bool {
    var i = 1
    while i + 1 < text.count {
      let (before, byte, after) = (text[i - 1], text[i], text[i + 1])
      switch byte {
      case UInt8(ascii: "."):
        // `A.6`, `B.6`, `164.308`
        let isAnnex = before == UInt8(ascii: "A") || before == UInt8(ascii: "B")
        if CitationText.isDigit(after), isAnnex || (before == UInt8(ascii: "4") && i > 2 && text[i - 2] == UInt8(ascii: "6")) {
          return true
        }
      case UInt8(ascii: "a"):
        // `clause`. The next case handles `CLAUSE`.
        if before == UInt8(ascii: "l"), after == UInt8(ascii: "u") { return true }
      case UInt8(ascii: "A"):
        if before == UInt8(ascii: "L"), after == UInt8(ascii: "U") { return true }
        // `MAP`, `MANAGE`
        if before == UInt8(ascii: "M") { return true }
      case UInt8(ascii: "r"):
        // `Art.`, `article`
        if before == UInt8(ascii: "A") || before == UInt8(ascii: "a"), after == UInt8(ascii: "t"), isArticle(text, i + 2) {
          return true
        }
      case UInt8(ascii: "R"): if before == UInt8(ascii: "A"), after == UInt8(ascii: "T") { return true }
      case UInt8(ascii: "x"): if before == UInt8(ascii: "e"), after == UInt8(ascii: " ") { return true }
      case UInt8(ascii: "O"), UInt8(ascii: "E"):
        if before == UInt8(ascii: "G") || before == UInt8(ascii: "M") { return true }
      case UInt8(ascii: "C"): if before == byte, CitationText.isDigit(after) { return true }
      case 0xA7: if before == 0xC2 { return true }
      // `42001 8.5`
      case UInt8(ascii: "1"):
        if before == UInt8(ascii: "0"), i > 4, text[(i - 4)..<i].elementsEqual("4200".utf8) { return true }
      default: break
      }
      i += 1
    }
    return false
  }

  /// Accepts `Art.`, `Art 9`, `article` and `Artikel`, but not `part` or `articulate`.
  private static func isArticle(_ text: [UInt8], _ i: Int) -> Bool {
    guard i < text.count else { return false }
    return ". is".utf8.contains(text[i])
  }
}
