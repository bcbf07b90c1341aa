import DossierText
import Testing

@Suite struct TerminalTextTests {
  @Test(arguments: [
    ("plain é 日本", "plain é 日本"),
    ("a\tb", "a    b"),
    ("\u{1B}[31mred\u{1B}[0m", "<U+001B>[31mred<U+001B>[0m"),
    ("a\r\nb", "a<U+000D><U+000A>b"),
    ("\u{0}\u{7F}\u{9B}", "<U+0000><U+007F><U+009B>"),
    ("user\u{202E}fdp.exe\u{2066}x\u{2069}", "user<U+202E>fdp.exe<U+2066>x<U+2069>"),
    ("zero\u{200B}width\u{FEFF}\u{2060}", "zero<U+200B>width<U+FEFF><U+2060>"),
    ("\u{200E}\u{200F}", "<U+200E><U+200F>"),
    // Joiners are part of words and emoji.
    ("क\u{94D}\u{200D}ष", "क\u{94D}\u{200D}ष"),
  ])
  func `hidden characters are replaced by their names`(text: String, shown: String) {
    #expect(TerminalText.visible(text) == shown)
  }

  @Test func `no hidden character remains`() {
    for value in UInt32(0)..<0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = TerminalText.visible(String(scalar))
      #expect(!shown.unicodeScalars.contains { $0.properties.generalCategory == .control }, "U+\(String(value, radix: 16))")
    }
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("ｱ", 1), ("Ａ", 2), ("한", 2), ("🙂", 2), ("a\u{200D}b", 2),
  ])
  func knowsWidths(text: String, width: Int) {
    #expect(TerminalText.width(text) == width)
  }
}
