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

  /// The record of an id in a file. Nil if it is not the only text of the id in the file, if it cannot be read, or if it has
  /// another kind.
  func entry(in bytes: [UInt8], at path: SourcePath, like entry: Entry) -> Entry? {
    let key = RecordID.key(entry.id)
    let texts = RecordExtents(bytes, path: path).records.filter { RecordID.key($0.id) == key }
    guard texts.count == 1 else { return nil }
    guard path.fileExtension != "md" else { return record(in: bytes, at: path, like: entry) }
    // Decode only the item: a register can be long. Its kind is in another line of the file.
    let kind = Array("kind: \(entry.kind.name)".utf8)
    let hasKind = bytes.split(separator: 0x0A).contains { line in
      line.starts(with: kind) && line.dropFirst(kind.count).allSatisfy { $0 == 0x20 || $0 == 0x0D }
    }
    guard hasKind else { return nil }
    return record(in: head(entry) + bytes[texts[0].range], at: SourcePath(parts: ["register.yaml"]), like: entry)
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
