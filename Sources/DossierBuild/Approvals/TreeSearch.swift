import DossierAnalysis
import DossierRecords
import DossierText

/// Finds objects and mentions of digests anywhere in trees.
///
/// Each tree and each file is read only once for all objects and digests together, even if many commits contain the tree or
/// file.
struct TreeSearch {
  /// The wanted objects in a tree, at any depth, and the marks of all files in the tree.
  private struct Content {
    var objects: Set<ObjectID> = []
    var marks = SearchMarks()
  }

  /// The contents of each searched tree. The content is nil if the tree or one of its inner trees is missing or does not match
  /// its hash.
  private var trees: [ObjectID: Content?] = [:]
  /// The marks of each file that has at least one mark.
  private var marks: [ObjectID: SearchMarks] = [:]
  private var searched: Set<ObjectID> = []
  private let wanted: Set<ObjectID>
  private let numbers: [Digest: Int]
  private let mentions: DigestMentions
  private let parser: FileParser

  init(_ wanted: Set<ObjectID>, _ digests: Set<Digest>, _ parser: FileParser) {
    (self.wanted, self.parser) = (wanted, parser)
    numbers = Dictionary(uniqueKeysWithValues: zip(digests, SearchMarks.firstDigest...))
    mentions = DigestMentions(digests)
  }

  /// The wanted objects in a searched tree. Nil if the tree could not be read completely.
  func objects(in tree: ObjectID) -> Set<ObjectID>? { (trees[tree] ?? nil)?.objects }

  /// The marks of all files in a searched tree. Nil if the tree could not be read completely.
  func marks(in tree: ObjectID) -> SearchMarks? { (trees[tree] ?? nil)?.marks }

  /// The marks of files that mention one of the digests.
  func digestMarks(of digests: Set<Digest>) -> SearchMarks {
    var marks = SearchMarks()
    for digest in digests { if let number = numbers[digest] { marks.insert(number) } }
    return marks
  }

  func contains(_ digest: Digest, in marks: SearchMarks) -> Bool { numbers[digest].map { marks.contains($0) } ?? false }

  /// Whether a searched file mentions a digest.
  func contains(_ digest: Digest, in file: ObjectID) -> Bool { marks[file].map { contains(digest, in: $0) } ?? false }

  /// The marks to look for: a file with one of these marks may contain one of the digests.
  func marks(of digests: Set<Digest>) -> SearchMarks {
    var marks = digestMarks(of: digests)
    for mark in [SearchMarks.isMissing, SearchMarks.isTooLarge, SearchMarks.hasEscapes] { marks.insert(mark) }
    return marks
  }

  /// Whether an entry of a searched tree has one of the wanted marks. The mark "too large" counts only if the commit changed the
  /// entry.
  func mayContain(_ wanted: SearchMarks, _ entry: TreeObject.Entry, named name: [UInt8], isChanged: Bool) -> Bool {
    var marks = marks(of: entry, named: name)
    if !isChanged { marks.remove(SearchMarks.isTooLarge) }
    return marks.intersects(wanted)
  }

  private func marks(of entry: TreeObject.Entry, named name: [UInt8]) -> SearchMarks {
    switch entry.type {
    case .folder: return (trees[entry.object] ?? nil)?.marks ?? SearchMarks()
    case .repository: return SearchMarks()
    case .file, .link:
      guard var marks = marks[entry.object] else { return SearchMarks() }
      // Only files of records are decoded. In any other file, an escape does not represent a digit.
      if !TreeSearch.isRecordName(name) {
        marks.remove(SearchMarks.hasEscapes)
      } else if marks.contains(SearchMarks.isTooLarge) {
        marks.insert(SearchMarks.isLargeRecord)
      }
      return marks
    }
  }

  /// Whether a file with this name can contain records, if a build reads its folder.
  static func isRecordName(_ name: [UInt8]) -> Bool {
    RecordExtents.concerns(SourcePath(parts: [String(decoding: name, as: UTF8.self)]))
  }

  /// Whether a searched file contains no records, and would contain none under another name.
  func isPage(_ name: [UInt8], _ file: ObjectID) -> Bool {
    !TreeSearch.isRecordName(name) && !(marks[file]?.contains(SearchMarks.hasRecords) ?? false)
  }

  /// Searches the trees `tops`, with all trees and files in them.
  mutating func search(_ tops: [ObjectID], _ files: inout VerifiedFiles) throws {
    let order = try order(from: tops, &files)
    try searchFiles(order.flatMap { files.tree($0)?.entries.values.map { $0 } ?? [] }, files.repository)
    for tree in order {
      guard let entries = files.tree(tree)?.entries else {
        trees[tree] = .some(nil)
        continue
      }
      var content: Content? = Content()
      for (name, entry) in entries {
        switch entry.type {
        case .folder:
          if let inner = trees[entry.object] ?? nil { content?.objects.formUnion(inner.objects) } else { content = nil }
        case .file, .link: if wanted.contains(entry.object) { content?.objects.insert(entry.object) }
        case .repository: continue
        }
        content?.marks.formUnion(marks(of: entry, named: name))
      }
      trees[tree] = .some(content)
    }
  }

  private mutating func searchFiles(_ entries: [TreeObject.Entry], _ repository: GitRepository) throws {
    let new = Set(entries.lazy.filter { $0.type == .file || $0.type == .link }.map(\.object)).subtracting(searched)
    let objects = new.sorted { $0.text.lexicographicallyPrecedes($1.text) }
    let (mentions, numbers, parser) = (mentions, numbers, parser)
    var found: [ObjectID: SearchMarks] = [:]
    try repository.contents(of: objects, limit: VerifiedFiles.largestFile) { i, object in
      var marks = SearchMarks()
      switch object {
      case .absent: marks.insert(SearchMarks.isMissing)
      case .tooLarge: marks.insert(SearchMarks.isTooLarge)
      case .content(let bytes):
        for digest in mentions.counts(in: bytes).keys { if let number = numbers[digest] { marks.insert(number) } }
        if !marks.isEmpty, TreeSearch.hasRecords(bytes, parser) { marks.insert(SearchMarks.hasRecords) }
        if bytes.count <= SourceFiles.largestText, TreeSearch.hasEscapes(bytes) { marks.insert(SearchMarks.hasEscapes) }
      }
      if !marks.isEmpty { found[objects[i]] = marks }
    }
    marks.merge(found) { first, _ in first }
    searched.formUnion(new)
  }

  /// Whether a text contains records, regardless of the name of its file.
  private static func hasRecords(_ bytes: [UInt8], _ parser: FileParser) -> Bool {
    if RecordExtents.mayContainRecords(bytes) { return true }
    guard bytes.count <= SourceFiles.largestText else { return false }
    let decoded = parser.parse(SourceFile(path: SourcePath(parts: ["register.yaml"]), bytes: bytes)).decoded
    return !(decoded?.entries.isEmpty ?? true)
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

  /// The given trees and the trees in them, without trees that were searched before. Each tree comes after the trees that it
  /// contains.
  private func order(from tops: [ObjectID], _ files: inout VerifiedFiles) throws -> [ObjectID] {
    // Read a whole level at a time, because starting git takes longer than reading many objects.
    var inner: [ObjectID: [ObjectID]] = [:]
    var level = Array(Set(tops.filter { trees[$0] == nil }))
    while !level.isEmpty {
      try files.loadTrees(level)
      for tree in level {
        inner[tree] = files.tree(tree)?.entries.values.filter { $0.type == .folder }.map(\.object) ?? []
      }
      level = Array(Set(level.flatMap { inner[$0] ?? [] }.filter { inner[$0] == nil && trees[$0] == nil }))
    }
    var order: [ObjectID] = []
    var seen: Set<ObjectID> = []
    var open: [(tree: ObjectID, isDone: Bool)] = tops.map { ($0, false) }
    while let (tree, isDone) = open.popLast() {
      if isDone {
        order.append(tree)
      } else if inner[tree] != nil, seen.insert(tree).inserted {
        open.append((tree, true))
        open += (inner[tree] ?? []).map { ($0, false) }
      }
    }
    return order
  }
}
