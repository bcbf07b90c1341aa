package import DossierText

/// The records in a file and their byte ranges, found only by reading lines.
///
/// Old texts may be invalid, and thousands of them are read, so nothing is parsed. Two forms are recognised: a Markdown file with
/// `id` at the left edge of its front matter, and a register in block style whose list items each have an `id`.
package struct RecordExtents: Sendable, Hashable {
  package let records: [Part]

  package struct Part: Sendable, Hashable {
    package let id: String
    /// From the dash of the item to its last line that is neither blank nor a comment. A Markdown file is one part.
    package let range: Range<Int>
    /// The SHA-256 of its bytes without carriage returns.
    package let digest: Digest
    /// The review dates in the record. Nil if it has none.
    package let dates: ReviewDates?

    func moved(by distance: Int) -> Part {
      distance == 0
        ? self
        : Part(id: id, range: (range.lowerBound + distance)..<(range.upperBound + distance), digest: digest, dates: dates)
    }
  }

  package init(_ bytes: [UInt8], path: SourcePath) { self.init(bytes, path: path, after: nil) }

  /// Finds the records. If another text of the same file is known, common parts at the start and end are not scanned again.
  init(_ bytes: [UInt8], path: SourcePath, after other: (bytes: [UInt8], extents: RecordExtents)?) {
    if path.fileExtension == "md" {
      records = FrontMatterScan.part(of: bytes).map { [$0] } ?? []
    } else {
      var scan = RegisterScan(bytes)
      records = scan.parts(after: other.map { ($0.bytes, $0.extents.records) })
    }
  }

  /// Whether a file with this name can contain records.
  package static func concerns(_ path: SourcePath) -> Bool { ["md", "yaml", "yml"].contains(path.fileExtension) }
}

/// The lines of a text, without their line feeds.
struct TextLines {
  private let bytes: [UInt8]
  private(set) var start: Int

  init(_ bytes: [UInt8], from start: Int = 0) { (self.bytes, self.start) = (bytes, start) }

  mutating func next() -> Range<Int>? {
    guard start < bytes.count else { return nil }
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    defer { start = end + 1 }
    return start..<end
  }
}
