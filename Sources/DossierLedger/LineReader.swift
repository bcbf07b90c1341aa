import DossierText

/// Takes a text line by line; each ends with a line feed, the last one too.
struct LineReader {
  /// More than twice the longest path, which has the longest line but for the organisation's.
  private static let longest = 1 << 16

  private let bytes: [UInt8]
  private var start = 0
  /// Of the line that was taken last, counted from 1.
  private(set) var number = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { start == bytes.count }
  /// Where the next line begins.
  var offset: Int { start }

  mutating func next() throws(ManifestProblem) -> [UInt8] {
    number += 1
    guard start < bytes.count else { throw ManifestProblem(number, "the text ends too early") }
    let rest = bytes[start...].prefix(LineReader.longest + 1)
    guard let end = rest.firstIndex(of: 0x0A) else {
      if rest.count > LineReader.longest { throw ManifestProblem(number, "no line is so long") }
      throw ManifestProblem(number, "the last line has no line end; the text may have been cut off")
    }
    defer { start = end + 1 }
    return Array(bytes[start..<end])
  }

  /// The next line as text.
  mutating func text() throws(ManifestProblem) -> String {
    let line = try next()
    guard let text = String(validating: line, as: UTF8.self) else { throw ManifestProblem(number, "this is not UTF-8") }
    return text
  }

  /// The value of the line `# NAME VALUE`, which must come next.
  mutating func value(_ name: String) throws(ManifestProblem) -> String {
    let line = try text()
    let prefix = "# \(name) "
    guard line.utf8.starts(with: prefix.utf8), line.utf8.count > prefix.utf8.count else {
      throw ManifestProblem(number, "`# \(name) …` must stand here")
    }
    return String(decoding: line.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
  }

  /// A number as it is written here: digits without a leading zero.
  func number(_ text: some StringProtocol) throws(ManifestProblem) -> Int {
    guard let value = Int(text), value >= 0, String(value) == String(text) else {
      throw ManifestProblem(number, "`\(TerminalText.visible(String(text)))` is not a number")
    }
    return value
  }

  /// A SHA-256 as it is written here: 64 lower-case digits.
  func digest(_ text: some StringProtocol) throws(ManifestProblem) -> Digest {
    guard let digest = Digest(hexadecimal: String(text)), digest.description == String(text) else {
      throw ManifestProblem(number, "`\(TerminalText.visible(String(text.prefix(80))))` is not a SHA-256")
    }
    return digest
  }

  func problem(_ reason: String) -> ManifestProblem { ManifestProblem(number, reason) }
}
