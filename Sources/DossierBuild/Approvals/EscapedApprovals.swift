import DossierAnalysis
import DossierRecords
import DossierText

/// Finds approvals in the parents of commits whose digests are written with escapes (rule 13). A search for the digits of a digest
/// does not find them.
struct EscapedApprovals {
  /// For each file, the digests of the approvals in its records that the file does not contain as digits.
  private var digests: [Int: Set<Digest>] = [:]
  private var names: [Int: String] = [:]
  /// The positions of the files in each tree. Nil if the tree could not be read completely.
  private var files: [ObjectID: [Int]?] = [:]

  /// Reads the files with escapes in the trees `parents`.
  init(
    in parents: Set<ObjectID>, of wanted: Set<Digest>, _ search: TreeSearch, _ parser: FileParser, _ repository: GitRepository
  ) throws {
    var marks = SearchMarks()
    marks.insert(SearchMarks.hasEscapes)
    let tops = parents.filter { search.marks(in: $0)?.intersects(marks) ?? true }
      .sorted { $0.text.lexicographicallyPrecedes($1.text) }
    var marked = MarkedFiles(search, marks, repository)
    var listed: [ObjectID: [Int]?] = [:]
    try marked.list(tops) { listed[tops[$0]] = .some($1) }
    files = listed
    let all = marked.files
    let mentions = DigestMentions(wanted)
    var found: [Int: Set<Digest>] = [:]
    try repository.contents(of: all.map(\.object)) { i, object in
      guard let bytes = object.bytes, let path = GitLog.path(all[i].name[...], repository.prefix), !all[i].isLink else { return }
      let counts = mentions.counts(in: bytes)
      let entries = parser.parse(SourceFile(path: path, bytes: bytes)).decoded?.entries ?? []
      var approvals: [Digest: Int] = [:]
      for digest in entries.flatMap({ $0.entry.head?.approvals ?? [] }).compactMap(\.digest) where wanted.contains(digest) {
        approvals[digest, default: 0] += 1
      }
      found[i] = Set(approvals.filter { $0.value > counts[$0.key] ?? 0 }.keys)
    }
    digests = found
    for i in found.keys { names[i] = String(decoding: all[i].name, as: UTF8.self) }
  }

  /// The first file in a tree that has an approval with the digest, written with escapes.
  func file(with digest: Digest, in parent: ObjectID) -> String? {
    (files[parent] ?? nil)?.first { digests[$0]?.contains(digest) ?? false }.flatMap { names[$0] }
  }
}
