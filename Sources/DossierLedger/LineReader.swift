import DossierText

/// Reads a text line by line. Every line must end with a line feed, including the last line.
struct LineReader {
  /// The maximum length of a line in bytes.
  ///
  /// The limit is more than twice the length of the longest path, because each backslash in a path is written as two backslashes.
  private static let longest = 1 << 16

  private let bytes: [UInt8]
  private var start = 0
  /// The number of the last line that was read, counted from 1.
  private(set) var number = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { start == bytes.count }
  /// The byte offset of the next line.
  var offset: Int { start }

  mutating func next() throws(ManifestProblem) -> [UInt8] {
    number += 1
    guard start < bytes.count else { throw ManifestProblem(number, "the text ends before this line") }
    let rest = bytes[start...].prefix(LineReader.longest + 1)
    guard let end = rest.firstIndex(of: 0x0A) else {
      if rest.count > LineReader.longest { throw ManifestProblem(number, "the line is longer than \(LineReader.longest) bytes") }
      throw ManifestProblem(number, "the last line has no line feed; the text may be truncated")
    }
    defer { start = end + 1 }
    return Array(bytes[start..<end])
  }

  /// The next line as text.
  mutating func text() throws(ManifestProblem) -> String {
    let line = try next()
    guard let text = String(validating: line, as: UTF8.self) else { throw ManifestProblem(number, "the line is not UTF-8") }
    return text
  }

  /// The value of the next line, which must have the form `# NAME VALUE`.
  mutating func value(_ name: String) throws(ManifestProblem) -> String {
    let line = try text()
    let prefix = "# \(name) "
    guard line.utf8.starts(with: prefix.utf8), line.utf8.count > prefix.utf8.count else {
      throw ManifestProblem(number, "expected `# \(name) …`")
    }
    return String(decoding: line.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
  }

  /// Parses a number: decimal digits without a leading zero.
  func number(_ text: some StringProtocol) throws(ManifestProblem) -> Int {
    guard let value = Int(text), value >= 0, String(value) == String(text) else {
      throw ManifestProblem(number, "`\(TerminalText.visible(String(text)))` is not a number")
    }
    return value
  }

  /// Parses a SHA-256: 64 lower-case hexadecimal digits.
  func digest(_ text: some StringProtocol) throws(ManifestProblem) -> Digest {
    guard let digest = Digest(hexadecimal: String(text)), digest.description == String(text) else {
      throw ManifestProblem(number, "`\(TerminalText.visible(String(text.prefix(80))))` is not a SHA-256")
    }
    return digest
  }

  func problem(_ reason: String) -> ManifestProblem { ManifestProblem(number, reason) }
}
