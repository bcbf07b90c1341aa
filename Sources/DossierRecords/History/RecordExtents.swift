package import DossierText

/// The records in a file and their byte ranges, found line by line without a YAML parser.
///
/// A history has thousands of old files, and some are invalid, so a parser would be slow and would fail. Two forms are
/// recognised: a Markdown file with `kind` and `id` at the start of lines of its front matter, and a register in block style
/// whose list items each have an `id`.
package struct RecordExtents: Sendable, Hashable {
  /// The records, in blocks of about 16. Versions of a file share their equal blocks, so the memory for a history depends on what
  /// changed, not on the length of the file.
  let blocks: [Block]

  struct Block: Sendable, Hashable {
    /// The position in the file at which the first record starts.
    let start: Int
    /// The ranges of these records are relative to `start`, so that a block stays equal if it moves.
    let parts: [Part]

    var placed: [Part] { parts.map { $0.moved(by: start) } }
  }

  package struct Part: Sendable, Hashable {
    package let id: String
    /// The bytes of the record. For a Markdown file, this is the whole file. For an item of a register, the range starts on the
    /// line of the dash. Blank lines and comments at the end of the item are not included.
    package let range: Range<Int>
    /// The SHA-256 of the bytes of the record. CR LF and a lone CR count as LF.
    package let digest: Digest
    /// The review dates in the record. Nil if the record has no review dates.
    package let dates: ReviewDates?

    func moved(by distance: Int) -> Part {
      distance == 0
        ? self
        : Part(id: id, range: (range.lowerBound + distance)..<(range.upperBound + distance), digest: digest, dates: dates)
    }
  }

  /// Finds the records.
  package init(_ bytes: [UInt8], path: SourcePath) {
    self.init(RecordExtents.parts(of: bytes, path: path, after: nil), sharing: nil)
  }

  /// Takes equal blocks from `other`, which is another version of the same file.
  init(_ parts: [Part], sharing other: RecordExtents?) {
    let known = Dictionary((other?.blocks ?? []).map { ($0.parts.first?.digest, $0.parts) }) { first, _ in first }
    var blocks: [Block] = []
    var start = 0
    for (i, part) in parts.enumerated() {
      // The end of a block depends only on its records. So an inserted record changes one block, and does not shift the others.
      let ends = (part.digest.bytes.first ?? 0) & 15 == 0 || i - start == 63 || i == parts.count - 1
      guard ends else { continue }
      let first = parts[start].range.lowerBound
      let new = parts[start...i].map { $0.moved(by: -first) }
      let old = known[new.first?.digest]
      blocks.append(Block(start: first, parts: old == new ? old ?? new : new))
      start = i + 1
    }
    self.blocks = blocks
  }

  /// The records in the order of the file.
  package var records: [Part] { blocks.flatMap(\.placed) }

  /// The records of a file. `other` is another version of the same file with its records. Equal parts of both versions are not
  /// scanned again.
  static func parts(of bytes: [UInt8], path: SourcePath, after other: (bytes: [UInt8], parts: [Part])?) -> [Part] {
    if Form(path) == .markdown { return FrontMatterScan.part(of: bytes).map { [$0] } ?? [] }
    var scan = RegisterScan(bytes)
    return scan.parts(after: other)
  }

  func first(where isFound: (Part) -> Bool) -> Part? {
    for block in blocks {
      if let part = block.parts.first(where: isFound) { return part.moved(by: block.start) }
    }
    return nil
  }

  /// The records of this version and of `new`, without equal blocks that are in the same order in both.
  ///
  /// If the texts of an id differ, or their order, at least one of them is in the result.
  func changed(to new: RecordExtents) -> (old: [Part], new: [Part]) {
    var (old, new) = (blocks[...], new.blocks[...])
    // A shared block is equal without a comparison of its records.
    while let a = old.first, let b = new.first, a.parts == b.parts { (old, new) = (old.dropFirst(), new.dropFirst()) }
    while let a = old.last, let b = new.last, a.parts == b.parts { (old, new) = (old.dropLast(), new.dropLast()) }
    let positions = Dictionary(zip(old.map(\.parts.first?.digest), old.indices)) { first, _ in first }
    var rest: (old: [Part], new: [Part]) = ([], [])
    for block in new {
      if let position = positions[block.parts.first?.digest], old.indices.contains(position),
        blocks[position].parts == block.parts
      {
        rest.old += blocks[old.startIndex..<position].flatMap(\.parts)
        old = blocks[(position + 1)..<old.endIndex]
      } else {
        rest.new += block.parts
      }
    }
    rest.old += old.flatMap(\.parts)
    return rest
  }

  /// The form of a file. It depends only on the file extension.
  enum Form: Hashable {
    case markdown, register

    init(_ path: SourcePath) { self = path.fileExtension == "md" ? .markdown : .register }
  }

  /// Whether the first line opens front matter. `bytes` may be only the start of the text.
  package static func beginsWithFrontMatter(_ bytes: [UInt8]) -> Bool { FrontMatterScan.begins(bytes) }

  /// Whether a file with this name can contain records.
  package static func concerns(_ path: SourcePath) -> Bool { ["md", "yaml", "yml"].contains(path.fileExtension) }
}

/// The lines of a text, without the last byte of their line breaks.
///
/// A line ends where it ends for the YAML parser: at LF, CR LF, a lone CR, NEL (U+0085), LS (U+2028) or PS (U+2029). Otherwise a
/// text could have a key that only the parser finds.
struct TextLines {
  private let bytes: [UInt8]
  private(set) var start: Int

  init(_ bytes: [UInt8], from start: Int = 0) { (self.bytes, self.start) = (bytes, start) }

  mutating func next() -> Range<Int>? {
    guard start < bytes.count else { return nil }
    var end = start
    while end < bytes.count, !TextLines.isBreak(at: end, of: bytes) { end += 1 }
    defer { start = end + 1 }
    return start..<end
  }

  /// Whether the last byte of a line break is at a position.
  static func isBreak(at end: Int, of bytes: [UInt8]) -> Bool {
    switch bytes[end] {
    case 0x0A: true
    case 0x0D: end + 1 == bytes.count || bytes[end + 1] != 0x0A
    case 0x85: end > 0 && bytes[end - 1] == 0xC2
    case 0xA8, 0xA9: end > 1 && bytes[end - 1] == 0x80 && bytes[end - 2] == 0xE2
    default: false
    }
  }

  /// The number of bytes at the end of a line that are the first bytes of NEL, LS or PS.
  static func rest(of line: ArraySlice<UInt8>) -> Int {
    line.last == 0xC2 ? 1 : line.suffix(2).elementsEqual([0xE2, 0x80]) ? 2 : 0
  }
}
