/// Finds bare addresses and `[[references]]` in a plain text. The addresses are the same as with GFM's autolink extension. The
/// cost is linear in the length of the text.
///
/// The autolink extension of libcmark-gfm is not used, because the extension writes process-wide state on every parse, and its
/// cost is quadratic for some inputs.
enum InlineScan {
  enum Piece: Equatable {
    case text(Range<Int>)
    /// A bare address and the prefix that completes the URL: `http://`, `mailto:` or an empty text.
    case address(Range<Int>, prefix: String)
    case reference(whole: Range<Int>, target: Range<Int>, label: Range<Int>?)
  }

  static func pieces(of text: [UInt8]) -> [Piece] {
    var pieces: [Piece] = []
    var plain = 0
    var i = 0
    func found(_ piece: Piece, _ range: Range<Int>) {
      if range.lowerBound > plain { pieces.append(.text(plain..<range.lowerBound)) }
      pieces.append(piece)
      plain = range.upperBound
      i = range.upperBound
    }
    while i < text.count {
      switch text[i] {
      case UInt8(ascii: "["):
        if let reference = reference(at: i, in: text), case .reference(let whole, _, _) = reference {
          found(reference, whole)
          continue
        }
      case UInt8(ascii: "w"):
        if startsWord(i, text), let range = Autolink.web(at: i, in: text) {
          found(.address(range, prefix: "http://"), range)
          continue
        }
      case UInt8(ascii: ":"):
        if let range = Autolink.url(around: i, from: plain, in: text) {
          found(.address(range, prefix: ""), range)
          continue
        }
      default: break
      }
      i += 1
    }
    if plain < text.count { pieces.append(.text(plain..<text.count)) }
    return text.contains(UInt8(ascii: "@")) ? pieces.flatMap { mails(in: $0, of: text) } : pieces
  }

  /// Divides a text at its e-mail addresses. Web addresses are found first: in `a@b.http://c`, `http://c` is a web address.
  private static func mails(in piece: Piece, of text: [UInt8]) -> [Piece] {
    guard case .text(let range) = piece else { return [piece] }
    var pieces: [Piece] = []
    var plain = range.lowerBound
    var i = plain
    while i < range.upperBound {
      if text[i] == UInt8(ascii: "@"), let mail = Autolink.mail(around: i, within: plain..<range.upperBound, in: text) {
        if mail.lowerBound > plain { pieces.append(.text(plain..<mail.lowerBound)) }
        pieces.append(.address(mail, prefix: "mailto:"))
        (plain, i) = (mail.upperBound, mail.upperBound)
      } else {
        i += 1
      }
    }
    if plain < range.upperBound { pieces.append(.text(plain..<range.upperBound)) }
    return pieces
  }

  /// Whether the position is at the beginning of the text, or directly after white space or one of `*_~(`.
  private static func startsWord(_ i: Int, _ text: [UInt8]) -> Bool {
    guard i > 0 else { return true }
    switch text[i - 1] {
    case 0x09...0x0D, 0x20, UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "("): return true
    default: return false
    }
  }

  /// `[[target]]` or `[[target|label]]` on one line, with at most 256 bytes. Neither part may be empty.
  private static func reference(at start: Int, in text: [UInt8]) -> Piece? {
    guard start + 1 < text.count, text[start + 1] == UInt8(ascii: "[") else { return nil }
    var bar: Int?
    var i = start + 2
    while i + 1 < text.count, i - start < 256 {
      switch text[i] {
      case UInt8(ascii: "["), 0x0A, 0x0D: return nil
      case UInt8(ascii: "|"): if bar == nil { bar = i }
      case UInt8(ascii: "]") where text[i + 1] == UInt8(ascii: "]"):
        let target = trimmed((start + 2)..<(bar ?? i), text)
        let label = bar.map { trimmed(($0 + 1)..<i, text) }
        guard !target.isEmpty else { return nil }
        return .reference(whole: start..<(i + 2), target: target, label: label.flatMap { $0.isEmpty ? nil : $0 })
      default: break
      }
      i += 1
    }
    return nil
  }

  private static func trimmed(_ range: Range<Int>, _ text: [UInt8]) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, text[lower] == 0x20 { lower += 1 }
    while upper > lower, text[upper - 1] == 0x20 { upper -= 1 }
    return lower..<upper
  }
}
