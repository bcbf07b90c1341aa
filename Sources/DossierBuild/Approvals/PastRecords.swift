import DossierAnalysis
import DossierRecords
import DossierText

/// Records in past commits, decoded with the current definitions of the record kinds.
struct PastRecords {
  let parser: FileParser
  private var parts: [Place: [UInt8]] = [:]

  private struct Place: Hashable {
    let object: ObjectID
    let start: Int
  }

  init(_ parser: FileParser) { self.parser = parser }

  /// Loads the texts of revisions. If the file is a register (a file with several records), only the part of the record is kept.
  mutating func load(_ revisions: [Revision], from repository: GitRepository) throws {
    var places: [ObjectID: [Range<Int>]] = [:]
    for revision in revisions where revision.change != .removed && parts[place(revision)] == nil {
      places[revision.object, default: []].append(revision.extent)
    }
    let objects = places.keys.sorted { $0.description < $1.description }
    var found: [Place: [UInt8]] = [:]
    try repository.contents(of: objects) { i, object in
      guard let bytes = object.bytes else { return }
      for range in places[objects[i]] ?? [] {
        found[Place(object: objects[i], start: range.lowerBound)] = Array(bytes[range.clamped(to: bytes.indices)])
      }
    }
    parts.merge(found) { first, _ in first }
  }

  /// The past version of `entry` in a revision. Nil if this version cannot be read, or if the record had another kind.
  func entry(_ revision: Revision, like entry: Entry) -> Entry? {
    guard revision.change != .removed, let part = parts[place(revision)] else { return nil }
    guard revision.path.fileExtension != "md" else { return record(in: part, at: revision.path, like: entry) }
    return record(in: head(entry) + part, at: SourcePath(parts: ["register.yaml"]), like: entry)
  }

  /// The records of a whole file, grouped by id (as `RecordID.key`).
  func records(in file: VerifiedFiles.File, at path: SourcePath) -> [String: [Entry]] {
    let decoded = parser.parse(SourceFile(path: path, bytes: file.bytes)).decoded
    return Dictionary(grouping: decoded?.entries.map(\.entry) ?? []) { RecordID.key($0.id) }
  }

  /// The texts in a file, found once for all records that are looked up in the file.
  struct Texts {
    fileprivate let bytes: [UInt8]
    fileprivate let path: SourcePath
    private let texts: [String: [RecordExtents.Part]]
    /// The values of the lines `kind: VALUE` of a register. A valid register has one such line.
    private let kinds: [[UInt8]]

    fileprivate var isMarkdown: Bool { path.fileExtension == "md" }

    init(_ bytes: [UInt8], _ path: SourcePath) {
      (self.bytes, self.path) = (bytes, path)
      texts = Dictionary(grouping: RecordExtents(bytes, path: path).records) { RecordID.key($0.id) }
      let kind = Array("kind: ".utf8)
      kinds = bytes.split(separator: 0x0A).filter { $0.starts(with: kind) }.map { line in
        var value = line.dropFirst(kind.count)
        while value.last == 0x20 || value.last == 0x0D { value.removeLast() }
        return Array(value)
      }
    }

    /// The text of the record. Nil if the file does not contain exactly one text of the id, or is a register of another kind.
    func only(of entry: Entry) -> RecordExtents.Part? {
      guard let found = texts[RecordID.key(entry.id)], found.count == 1 else { return nil }
      return isMarkdown || kinds == [Array(entry.kind.name.utf8)] ? found[0] : nil
    }
  }

  /// The record in a text. Nil if the text cannot be read, or if the record has another kind.
  func entry(_ text: RecordExtents.Part, in texts: Texts, like entry: Entry) -> Entry? {
    guard !texts.isMarkdown else { return record(in: texts.bytes, at: texts.path, like: entry) }
    // Decode only the item, because a register can be long.
    return record(in: head(entry) + texts.bytes[text.range], at: SourcePath(parts: ["register.yaml"]), like: entry)
  }

  private func record(in bytes: [UInt8], at path: SourcePath, like entry: Entry) -> Entry? {
    let decoded = parser.parse(SourceFile(path: path, bytes: bytes)).decoded
    return decoded?.entries.map(\.entry).first {
      RecordID.key($0.id) == RecordID.key(entry.id) && $0.kind.name == entry.kind.name
    }
  }

  /// The approvals of the record in a revision, even if the record had another kind then. Empty if the record cannot be read.
  func approvals(_ revision: Revision, like entry: Entry) -> [Approval] {
    guard revision.change != .removed, let part = parts[place(revision)] else { return [] }
    let isMarkdown = revision.path.fileExtension == "md"
    let bytes = isMarkdown ? part : head(entry) + part
    let path = isMarkdown ? revision.path : SourcePath(parts: ["register.yaml"])
    let entries = parser.parse(SourceFile(path: path, bytes: bytes)).decoded?.entries.map(\.entry) ?? []
    return entries.first { RecordID.key($0.id) == RecordID.key(entry.id) }?.head?.approvals ?? []
  }

  /// Whether the text of a revision can contain a digest. True if the digits of the digest occur in the text. True also if the
  /// text contains a backslash, because a YAML escape can represent a digit.
  func mayContain(_ digest: DigestMentions, _ revision: Revision) -> Bool {
    guard let part = parts[place(revision)] else { return false }
    return part.contains(UInt8(ascii: "\\")) || !digest.counts(in: part).isEmpty
  }

  private func head(_ entry: Entry) -> [UInt8] { Array("kind: \(entry.kind.name)\nrecords:\n".utf8) }

  private func place(_ revision: Revision) -> Place { Place(object: revision.object, start: revision.extent.lowerBound) }
}
