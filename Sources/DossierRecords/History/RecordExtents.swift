package import DossierText

/// The records in a file and their byte ranges, found line by line without a YAML parser.
///
/// A history has thousands of old files, and some are invalid, so a parser would be slow and would fail. Two forms are
/// recognised: a Markdown file with `kind` and `id` at the start of lines of its front matter, and a register in block style
/// whose list items each have an `id`.
package struct RecordExtents: Sendable, Hashable {
  package let records: [Part]

  package struct Part: Sendable, Hashable {
    package let id: String
    /// The bytes of the record. For a Markdown file, this is the whole file. For an item of a register, the range starts on the
    /// line of the dash. Blank lines and comments at the end of the item are not included.
    package let range: Range<Int>
    /// The SHA-256 of the bytes of the record without carriage returns.
    package let digest: Digest
    /// The review dates in the record. Nil if the record has no review dates.
    package let dates: ReviewDates?

    func moved(by distance: Int) -> Part {
      distance == 0
        ? self
        : Part(id: id, range: (range.lowerBound + distance)..<(range.upperBound + distance), digest: digest, dates: dates)
    }
  }

  package init(_ bytes: [UInt8], path: SourcePath) { self.init(bytes, path: path, after: nil) }

  /// Finds the records. `other` is another version of the same file with its records. Equal parts at the start and end of both
  /// versions are not scanned again.
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
