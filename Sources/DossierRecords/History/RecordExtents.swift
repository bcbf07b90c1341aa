package import DossierText

/// Which records stand in the bytes of a file, and where, found by its lines alone.
///
/// A text of some year ago need not be valid, and thousands of them are looked through: nothing is parsed. The form is the one
/// records are written in: a Markdown file with `id` at the left edge of its front matter; a register in block style, whose list
/// items each have an `id`.
package struct RecordExtents: Sendable, Hashable {
  package let records: [Part]

  package struct Part: Sendable, Hashable {
    package let id: String
    /// From the item's dash to its last line that is neither blank nor a comment; a Markdown file is one part.
    package let range: Range<Int>
    /// SHA-256 of its bytes, without carriage returns.
    package let digest: Digest
  }

  package init(_ bytes: [UInt8], path: SourcePath) {
    records = path.fileExtension == "md" ? RecordExtents.frontMatter(bytes) : RecordExtents.register(bytes)
  }

  /// Whether a file of that name can hold records at all.
  package static func concerns(_ path: SourcePath) -> Bool { ["md", "yaml", "yml"].contains(path.fileExtension) }

  private static func frontMatter(_ bytes: [UInt8]) -> [Part] {
    var lines = Lines(bytes)
    guard let first = lines.next(), isFence(bytes[first]) else { return [] }
    var id: String?
    var hasKind = false
    while let line = lines.next() {
      if isFence(bytes[line]) { break }
      if let value = value(of: "id", bytes[line]) { id = id ?? value }
      if value(of: "kind", bytes[line]) != nil { hasKind = true }
    }
    guard let id, hasKind, !id.isEmpty else { return [] }
    return [part(id, 0..<bytes.count, bytes)]
  }

  private static func register(_ bytes: [UInt8]) -> [Part] {
    var lines = Lines(bytes)
    var parts: [Part] = []
    var isInside = false
    /// The indent of the dashes, once there is one.
    var indent: Int?
    var (start, end) = (0, 0)
    var id: String?
    func close(_ parts: inout [Part]) {
      if let id, !id.isEmpty { parts.append(part(id, start..<end, bytes)) }
    }
    while let line = lines.next() {
      let content = bytes[line]
      let depth = content.prefix { $0 == 0x20 }.count
      let words = content.dropFirst(depth)
      guard let letter = words.first, letter != 0x0D, letter != UInt8(ascii: "#") else { continue }
      let isDash = letter == UInt8(ascii: "-") && (words.count == 1 || words[words.startIndex + 1] == 0x20)
      if depth == 0, !isDash {
        close(&parts)
        (id, indent) = (nil, nil)
        isInside = content.starts(with: "records:".utf8)
        continue
      }
      guard isInside else { continue }
      if isDash, indent == nil || depth == indent {
        close(&parts)
        (id, indent, start) = (nil, depth, line.lowerBound)
      }
      guard let indent else { continue }
      end = line.upperBound
      let key = isDash && depth == indent ? words.dropFirst().drop { $0 == 0x20 } : words
      let column = content.count - key.count
      // Only a key of the item itself: at the column of its first key, which follows the dash.
      if id == nil, column == indent + 2 || isDash, let value = value(of: "id", key) { id = value }
    }
    close(&parts)
    return parts
  }

  private static func part(_ id: String, _ range: Range<Int>, _ bytes: [UInt8]) -> Part {
    let part = Array(bytes[range])
    return Part(id: id, range: range, digest: Digest(of: part.contains(0x0D) ? part.filter { $0 != 0x0D } : part))
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    var line = line
    if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    return line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x0D }
  }

  /// What follows `key:`, without quotes and comments; nil where the line is another.
  private static func value(of key: String, _ line: ArraySlice<UInt8>) -> String? {
    guard line.starts(with: key.utf8) else { return nil }
    let rest = line.dropFirst(key.utf8.count)
    guard rest.first == UInt8(ascii: ":") else { return nil }
    let ignored = [UInt8(ascii: "\""), UInt8(ascii: "'"), 0x20]
    let ends = ignored + [UInt8(ascii: "#"), 0x0D]
    let value = rest.dropFirst().drop { ignored.contains($0) }.prefix { !ends.contains($0) }
    return String(decoding: value, as: UTF8.self)
  }

  /// The lines of a text, without their line feeds.
  private struct Lines {
    private let bytes: [UInt8]
    private var start = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Range<Int>? {
      guard start < bytes.count else { return nil }
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      defer { start = end + 1 }
      return start..<end
    }
  }
}
