import DossierRecords
import DossierText

/// Lists the files of trees that have given marks. The trees were searched before (`TreeSearch`).
struct MarkedFiles {
  private let search: TreeSearch
  private let wanted: SearchMarks
  private let repository: GitRepository
  /// All listed files. A file with the same path and content is listed once, even if many trees contain it.
  private(set) var files: [File] = []
  private var numbers: [File: Int] = [:]

  struct File: Hashable {
    /// The path in the repository.
    let name: [UInt8]
    let object: ObjectID
    let isLink: Bool
  }

  init(_ search: TreeSearch, _ wanted: SearchMarks, _ repository: GitRepository) {
    (self.search, self.wanted, self.repository) = (search, wanted, repository)
  }

  /// A folder: a tree and its path.
  private struct Place: Hashable {
    let tree: ObjectID
    let path: [UInt8]
  }

  /// Calls `use` for each position of `tops`, with the positions of the files of the tree in `files`, sorted by path. Nil if a tree
  /// could not be read completely.
  mutating func list(_ tops: [ObjectID], _ use: (_ top: Int, _ files: [Int]?) -> Void) throws {
    for start in stride(from: 0, to: tops.count, by: TreeSearch.batch) {
      let batch = start..<min(start + TreeSearch.batch, tops.count)
      let trees = try repository.trees(in: Set(tops[batch])) { search.marks(of: $1, named: $0).intersects(wanted) }
      var known: [Place: [Int]?] = [:]
      for i in batch {
        let found = list(Place(tree: tops[i], path: []), trees, &known)
        use(i, found.map { $0.sorted { files[$0].name.lexicographicallyPrecedes(files[$1].name) } })
      }
    }
  }

  private mutating func list(_ place: Place, _ trees: [ObjectID: TreeObject], _ known: inout [Place: [Int]?]) -> [Int]? {
    if let found = known[place] { return found }
    guard search.marks(in: place.tree) != nil, let tree = trees[place.tree] else {
      known[place] = .some(nil)
      return nil
    }
    var found: [Int] = []
    for (name, entry) in tree.entries where search.marks(of: entry, named: name).intersects(wanted) {
      let path = place.path.isEmpty ? name : place.path + [0x2F] + name
      if entry.type == .folder {
        guard let inner = list(Place(tree: entry.object, path: path), trees, &known) else { return nil }
        found += inner
      } else {
        found.append(number(of: File(name: path, object: entry.object, isLink: entry.type == .link)))
      }
    }
    known[place] = found
    return found
  }

  private mutating func number(of file: File) -> Int {
    if let number = numbers[file] { return number }
    numbers[file] = files.count
    files.append(file)
    return files.count - 1
  }
}
