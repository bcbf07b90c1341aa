import DossierText

/// The words of a part of a source text with their places, grouped by sentence. Text between backticks is skipped.
struct Words {
  struct Word {
    /// The word with ASCII letters in lower case.
    let text: String
    let span: Span
    /// Whether only white space separates the word from the word before it.
    let follows: Bool
  }

  let sentences: [[Word]]

  init(_ source: SourceFile, _ span: Span) {
    var sentences: [[Word]] = []
    var sentence: [Word] = []
    var (isCode, follows) = (false, false)
    var i = span.range.clamped(to: source.bytes.indices).lowerBound
    let end = span.range.clamped(to: source.bytes.indices).upperBound
    while i < end {
      let byte = source.bytes[i]
      if Words.isLetter(byte) {
        let start = i
        while i < end, Words.isLetter(source.bytes[i]) { i += 1 }
        guard !isCode else { continue }
        let text = String(decoding: source.bytes[start..<i].map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
        sentence.append(Word(text: text, span: Span(start, i), follows: follows))
        follows = true
        continue
      }
      switch byte {
      case UInt8(ascii: "`"):
        isCode.toggle()
        follows = false
      case 0x20, 0x09, 0x0A, 0x0D: break
      default:
        follows = false
        if [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"), UInt8(ascii: "|")].contains(byte) {
          sentences.append(sentence)
          sentence = []
        }
      }
      i += 1
    }
    self.sentences = (sentences + [sentence]).filter { !$0.isEmpty }
  }

  /// Whether the byte is part of a word. All bytes of characters outside ASCII are treated as letters.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80 || byte == UInt8(ascii: "'")
  }
}
