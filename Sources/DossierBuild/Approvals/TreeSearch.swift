import DossierAnalysis
import DossierRecords
import DossierText

/// Finds mentions of digests anywhere in trees.
///
/// Each tree and each file is searched only once for all digests together, even if many commits contain the tree or file. Only the
/// marks are kept, because a long history has many large trees.
struct TreeSearch {
  /// The marks of all files in each searched tree. Nil if the tree or one of its inner trees is missing or does not match its hash.
  private var trees: [ObjectID: SearchMarks?] = [:]
  /// The marks of each file that has at least one mark.
  private var files: [ObjectID: SearchMarks] = [:]
  private var searched: Set<ObjectID> = []
  private let digests: [Digest]
  /// The mark of each digest. The first of `digests` has the mark `SearchMarks.firstDigest`.
  private let numbers: [Digest: Int]
  private let mentions: DigestMentions

  init(_ digests: Set<Digest>) {
    self.digests = digests.sorted { $0.description < $1.description }
    numbers = Dictionary(uniqueKeysWithValues: zip(self.digests, SearchMarks.firstDigest...))
    mentions = DigestMentions(digests)
  }

  /// The marks of all files in a searched tree. Nil if the tree could not be read completely.
  func marks(in tree: ObjectID) -> SearchMarks? { trees[tree] ?? nil }

  /// The marks of files that mention one of the digests.
  func marks(of digests: some Sequence<Digest>) -> SearchMarks {
    var marks = SearchMarks()
    for digest in digests { if let number = numbers[digest] { marks.insert(number) } }
    return marks
  }

  func contains(_ digest: Digest, in marks: SearchMarks) -> Bool { numbers[digest].map { marks.contains($0) } ?? false }

  /// The digests that a searched file mentions.
  func digests(in file: ObjectID) -> [Digest] {
    (files[file]?.numbers ?? []).drop { $0 < SearchMarks.firstDigest }.map { digests[$0 - SearchMarks.firstDigest] }
  }

  /// The marks of an entry of a searched tree.
  func marks(of entry: TreeObject.Entry, named name: [UInt8]) -> SearchMarks {
    switch entry.type {
    case .folder: return marks(in: entry.object) ?? SearchMarks()
    case .repository: return SearchMarks()
    case .file, .link:
      guard var marks = files[entry.object] else { return SearchMarks() }
      // Only files of records are decoded. In any other file, an escape does not represent a digit.
      if !TreeSearch.isRecordName(name) { marks.remove(SearchMarks.hasEscapes) }
      if !TreeSearch.isAttributesName(name) { marks.remove(SearchMarks.converts) }
      return marks
    }
  }

  /// Whether a file with this name can contain records, if a build reads its folder.
  static func isRecordName(_ name: [UInt8]) -> Bool {
    RecordExtents.concerns(SourcePath(parts: [String(decoding: name, as: UTF8.self)]))
  }

  /// Whether git reads attributes from a file with this name. On some systems, git does not distinguish upper and lower case.
  private static func isAttributesName(_ name: [UInt8]) -> Bool {
    name.count == 14 && name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } == Array(".gitattributes".utf8)
  }

  /// The number of trees that are searched together. Starting git takes longer than reading many objects, but all trees of a long
  /// history need much memory.
  static let batch = 256

  /// Searches the trees `tops`, with all trees and files in them.
  mutating func search(_ tops: [ObjectID], in repository: GitRepository) throws {
    let new = tops.filter { trees[$0] == nil }
    for start in stride(from: 0, to: new.count, by: TreeSearch.batch) {
      try searchBatch(Array(new[start..<min(start + TreeSearch.batch, new.count)]), repository)
    }
  }

  private mutating func searchBatch(_ tops: [ObjectID], _ repository: GitRepository) throws {
    let found = try repository.trees(in: Set(tops)) { trees[$1.object] == nil }
    var blobs: Set<ObjectID> = []
    for tree in found.values {
      for entry in tree.entries.values where entry.type == .file || entry.type == .link {
        if !searched.contains(entry.object) { blobs.insert(entry.object) }
      }
    }
    try searchFiles(blobs, repository)
    var open: [(tree: ObjectID, isDone: Bool)] = tops.map { ($0, false) }
    while let (tree, isDone) = open.popLast() {
      guard trees[tree] == nil else { continue }
      guard let entries = found[tree]?.entries else {
        trees[tree] = .some(nil)
        continue
      }
      if isDone {
        trees[tree] = .some(sum(entries))
      } else {
        open.append((tree, true))
        open += entries.values.filter { $0.type == .folder }.map { ($0.object, false) }
      }
    }
  }

  /// The marks of all entries. Nil if an inner tree could not be read completely.
  private func sum(_ entries: [[UInt8]: TreeObject.Entry]) -> SearchMarks? {
    var sum = SearchMarks()
    for (name, entry) in entries {
      if entry.type == .folder, marks(in: entry.object) == nil { return nil }
      sum.formUnion(marks(of: entry, named: name))
    }
    return sum
  }

  private mutating func searchFiles(_ new: Set<ObjectID>, _ repository: GitRepository) throws {
    let objects = new.sorted { $0.text.lexicographicallyPrecedes($1.text) }
    let (mentions, numbers) = (mentions, numbers)
    var found: [ObjectID: SearchMarks] = [:]
    var stream = DigestMentions.Stream(mentions)
    try repository.contents(of: objects, largePart: { stream.add($0) }) { i, object in
      var marks = SearchMarks()
      switch object {
      case .absent: marks.insert(SearchMarks.isMissing)
      case .tooLarge:
        for digest in stream.finish() { if let number = numbers[digest] { marks.insert(number) } }
        marks.insert(SearchMarks.converts)
      case .content(let bytes):
        for digest in mentions.counts(in: bytes).keys { if let number = numbers[digest] { marks.insert(number) } }
        if TreeSearch.hasEscapes(bytes) { marks.insert(SearchMarks.hasEscapes) }
        if TreeSearch.converts(bytes) { marks.insert(SearchMarks.converts) }
      }
      stream = DigestMentions.Stream(mentions)
      if !marks.isEmpty { found[objects[i]] = marks }
    }
    files.merge(found) { first, _ in first }
    searched.formUnion(new)
  }

  /// Whether a text contains a YAML escape that can represent a digit (`\x`, `\u`, `\U`), or that can split a digest (a backslash
  /// before a line break).
  private static func hasEscapes(_ bytes: [UInt8]) -> Bool {
    var isEscape = false
    for byte in bytes {
      if isEscape, [UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"), 0x0A, 0x0D].contains(byte) { return true }
      isEscape = byte == UInt8(ascii: "\\")
    }
    return false
  }

  /// Whether a file of attributes makes git convert the encoding of files.
  private static func converts(_ bytes: [UInt8]) -> Bool {
    let word = Array("working-tree-encoding".utf8)
    return bytes.indices.contains { bytes[$0] == word[0] && bytes[$0...].starts(with: word) }
  }
}
