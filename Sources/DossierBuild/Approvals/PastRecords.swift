import DossierAnalysis
import DossierRecords
import DossierText

/// Records in past commits, decoded with the current kinds.
struct PastRecords {
  let parser: FileParser
  private var parts: [Place: [UInt8]] = [:]

  private struct Place: Hashable {
    let object: ObjectID
    let start: Int
  }

  init(_ parser: FileParser) { self.parser = parser }

  /// Loads the text of these revisions. For a register, only the record's own part is kept.
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

  /// The record with the same id in a revision. Nil when it cannot be read or had another kind.
  func entry(_ revision: Revision, like entry: Entry) -> Entry? {
    guard revision.change != .removed, let part = parts[place(revision)] else { return nil }
    guard revision.path.fileExtension != "md" else { return record(in: part, at: revision.path, like: entry) }
    let head = Array("kind: \(entry.kind.name)\nrecords:\n".utf8)
    return record(in: head + part, at: SourcePath(parts: ["register.yaml"]), like: entry)
  }

  /// The records of a whole file, grouped by the keys of their ids.
  func records(in file: VerifiedFiles.File, at path: SourcePath) -> [String: [Entry]] {
    let decoded = parser.parse(SourceFile(path: path, bytes: file.bytes)).decoded
    return Dictionary(grouping: decoded?.entries.map(\.entry) ?? []) { RecordID.key($0.id) }
  }

  private func record(in bytes: [UInt8], at path: SourcePath, like entry: Entry) -> Entry? {
    let decoded = parser.parse(SourceFile(path: path, bytes: bytes)).decoded
    return decoded?.entries.map(\.entry).first {
      RecordID.key($0.id) == RecordID.key(entry.id) && $0.kind.name == entry.kind.name
    }
  }

  /// Whether the text of a revision contains the hexadecimal digits of a digest, in upper or lower case.
  func mentions(_ digest: Digest, _ revision: Revision) -> Bool {
    parts[place(revision)].map { digest.mentions(in: $0) > 0 } ?? false
  }

  private func place(_ revision: Revision) -> Place { Place(object: revision.object, start: revision.extent.lowerBound) }
}
