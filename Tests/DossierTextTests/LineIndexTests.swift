import DossierText
import Testing

@Suite struct LineIndexTests {
  @Test(
    arguments: [
      ("", [0]),
      ("a", [0]),
      ("a\n", [0, 2]),
      ("a\nb", [0, 2]),
      ("a\r\nb", [0, 3]),
      ("a\rb", [0, 2]),
      ("a\r", [0, 2]),
      ("\n\n", [0, 1, 2]),
      ("\r\r\n\n", [0, 1, 3, 4]),
      // NEL, LINE SEPARATOR and form feed do not end a line.
      ("a\u{85}b\u{2028}c\u{0C}d", [0]),
    ] as [(String, [UInt32])])
  func findsLineStarts(text: String, starts: [UInt32]) {
    #expect(LineIndex(Array(text.utf8)).starts == starts)
  }

  @Test func `every byte is on the line that contains it`() {
    let bytes = Array("one\r\ntwo\rthree\n\nfive".utf8)
    let index = LineIndex(bytes)
    var expected = 0
    for offset in bytes.indices {
      while expected + 1 < index.starts.count, Int(index.starts[expected + 1]) <= offset { expected += 1 }
      #expect(index.line(of: offset) == expected, "byte \(offset)")
    }
    #expect(index.line(of: bytes.count) == 4)
    #expect(index.line(of: 4) == 0, "the LF of a CR LF belongs to its line")
  }

  @Test func `the content of a line has no line ending`() {
    let bytes = Array("one\r\ntwo\rthree\n\nfive".utf8)
    let index = LineIndex(bytes)
    let lines = index.starts.indices.map { String(decoding: index.content(of: $0, in: bytes), as: UTF8.self) }
    #expect(lines == ["one", "two", "three", "", "five"])
  }

  /// `é` is 2 bytes and 1 scalar, `𝄞` 4 bytes, 1 scalar and 2 UTF-16 units; `e` with an accent after it is 2 scalars.
  @Test(arguments: [
    (0, 1, 1, 1), (1, 2, 2, 2), (3, 4, 3, 3), (7, 8, 5, 4), (8, 9, 6, 5), (10, 11, 7, 6),
  ])
  func countsColumnsInThreeUnits(offset: Int, utf8: Int, utf16: Int, scalars: Int) {
    let bytes = Array("aé𝄞e\u{301}z".utf8)
    let index = LineIndex(bytes)
    #expect(index.position(of: offset, in: bytes, unit: .utf8).column == utf8)
    #expect(index.position(of: offset, in: bytes, unit: .utf16).column == utf16)
    #expect(index.position(of: offset, in: bytes, unit: .scalars).column == scalars)
  }

  @Test func `a byte-order mark is not counted`() {
    let bytes = Array("\u{FEFF}ab\ncd".utf8)
    for unit in [LineIndex.Unit.utf8, .utf16, .scalars] {
      #expect(place(3, bytes, unit) == "1:1")
      #expect(place(4, bytes, unit) == "1:2")
      #expect(place(0, bytes, unit) == "1:1")
      #expect(place(1, bytes, unit) == "1:1")
      #expect(place(7, bytes, unit) == "2:2")
    }
  }

  /// On a long line, columns are computed from intermediate counts. They must equal the directly counted columns.
  @Test func `columns on long lines are correct`() {
    let text =
      "\u{FEFF}short é\n" + String(repeating: "aé日𝄞", count: 700) + "\r\n" + String(repeating: "𝄞x", count: 900) + "\nend 日"
    let bytes = Array(text.utf8)
    let index = LineIndex(bytes)
    for offset in stride(from: 3, through: bytes.count, by: 1) where offset == bytes.count || bytes[offset] & 0xC0 != 0x80 {
      let line = index.line(of: offset)
      let before = String(decoding: bytes[max(3, Int(index.starts[line]))..<offset], as: UTF8.self)
      let counted = [before.utf8.count, before.utf16.count, before.unicodeScalars.count].map { "\(line + 1):\($0 + 1)" }
      let found = [LineIndex.Unit.utf8, .utf16, .scalars].map { unit in
        let position = index.position(of: offset, in: bytes, unit: unit)
        return "\(position.line):\(position.column)"
      }
      if found != counted { Issue.record("byte \(offset): \(found), not \(counted)") }
    }
  }

  /// A file with one long line and a problem in every word. Counting from the line start each time would take 10¹⁰ steps.
  @Test func `many positions on one long line are computed in bounded work`() {
    let bytes = Array(String(repeating: "é, ", count: 250_000).utf8)
    let index = LineIndex(bytes)
    let columns = stride(from: 0, to: bytes.count, by: 40).map { index.position(of: $0, in: bytes, unit: .utf16).column }
    #expect(columns.last == 749_971)
  }

  @Test func `an offset outside the text becomes the nearest position`() {
    let bytes = Array("ab\ncd".utf8)
    #expect(place(-4, bytes, .utf8) == "1:1")
    #expect(place(99, bytes, .utf8) == "2:3")
  }

  private func place(_ offset: Int, _ bytes: [UInt8], _ unit: LineIndex.Unit) -> String {
    let position = LineIndex(bytes).position(of: offset, in: bytes, unit: unit)
    return "\(position.line):\(position.column)"
  }
}
