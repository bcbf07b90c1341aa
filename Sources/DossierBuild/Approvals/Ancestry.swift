import DossierRecords

/// Given commits and all their ancestors in the repository.
///
/// The list of commits comes from git. Parents and trees are read from the commits themselves, whose hashes are verified. If git
/// leaves out an ancestor, its descendants are therefore not complete.
struct Ancestry {
  struct Node {
    let commit: ObjectID
    let tree: ObjectID
    /// The positions of the parents in `nodes`.
    let parents: [Int]
    /// Whether the commit and all its ancestors are in the clone and match their hashes.
    let isComplete: Bool
  }

  /// The commits, with parents before children.
  private(set) var nodes: [Node] = []
  private var numbers: [ObjectID: Int] = [:]

  init(of commits: [ObjectID], _ files: inout VerifiedFiles) throws {
    let listed = try files.repository.answer(["rev-list", files.repository.head.description]) ?? []
    try files.load(listed.split(separator: 0x0A).compactMap { ObjectID($0) }, type: "commit")
    var open: [(commit: ObjectID, isDone: Bool)] = commits.map { ($0, false) }
    while let (commit, isDone) = open.popLast() {
      guard numbers[commit] == nil, let bytes = files.bytes(commit),
        let tree = SignedObject.header("tree", in: bytes).flatMap({ ObjectID($0) })
      else { continue }
      let parents = SignedObject.headers("parent", in: bytes).map { ObjectID($0) }
      if isDone {
        let known = parents.compactMap { parent in parent.flatMap { numbers[$0] } }
        numbers[commit] = nodes.count
        let isComplete = known.count == parents.count && known.allSatisfy { nodes[$0].isComplete }
        nodes.append(Node(commit: commit, tree: tree, parents: known, isComplete: isComplete))
      } else {
        open.append((commit, true))
        open += parents.compactMap(\.self).map { ($0, false) }
      }
    }
  }

  func number(of commit: ObjectID) -> Int? { numbers[commit] }

  /// The positions of the ancestors of a commit, without the commit, with parents before children.
  func ancestors(of number: Int) -> [Int] {
    var isFound = Array(repeating: false, count: number + 1)
    for parent in nodes[number].parents { isFound[parent] = true }
    for i in stride(from: number - 1, through: 0, by: -1) where isFound[i] {
      for parent in nodes[i].parents { isFound[parent] = true }
    }
    return isFound.indices.filter { isFound[$0] }
  }
}
