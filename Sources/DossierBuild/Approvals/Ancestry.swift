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

  init(of commits: [ObjectID], in repository: GitRepository) throws {
    let listed = try repository.answer(["rev-list", repository.head.description]) ?? []
    let ids = listed.split(separator: 0x0A).compactMap { ObjectID($0) }
    // Store only the headers, because messages and signatures can be long.
    var headers: [ObjectID: (tree: ObjectID, parents: [ObjectID?])] = [:]
    try repository.contents(of: ids, type: "commit") { i, object in
      guard let bytes = object.bytes, let tree = SignedObject.header("tree", in: bytes).flatMap({ ObjectID($0) }) else { return }
      headers[ids[i]] = (tree, SignedObject.headers("parent", in: bytes).map { ObjectID($0) })
    }
    var open: [(commit: ObjectID, isDone: Bool)] = commits.map { ($0, false) }
    while let (commit, isDone) = open.popLast() {
      guard numbers[commit] == nil, let (tree, parents) = headers[commit] else { continue }
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

  /// The trees of the parents of a commit.
  func parents(of commit: ObjectID) -> [ObjectID] {
    numbers[commit].map { nodes[$0].parents.map { nodes[$0].tree } } ?? []
  }
}
