/// The graph of commits: for each commit, its parents and the records that the commit may have changed.
///
/// Add each commit after its parents.
struct CommitGraph {
  private var numbers: [ObjectID: Int] = [:]
  private var parents: [[Int]] = []
  private var keys: [[String]] = []

  /// Adds a commit. `keys` are the keys of the records that the commit may have changed.
  mutating func add(_ commit: Commit, keys: some Sequence<String>) {
    numbers[commit.id] = parents.count
    parents.append(commit.parents.compactMap { numbers[$0] })
    self.keys.append(Array(keys))
  }

  /// The descendants of a commit, including the commit. The number of steps is proportional to the number of all commits.
  func descendants(of commit: ObjectID) -> Set<ObjectID> {
    guard let first = numbers[commit] else { return [] }
    var isFound = Array(repeating: false, count: parents.count)
    isFound[first] = true
    for number in parents.indices.dropFirst(first + 1) { isFound[number] = parents[number].contains { isFound[$0] } }
    return Set(numbers.lazy.filter { isFound[$0.value] }.map(\.key))
  }

  /// The keys of the records that may have changed on the branch of `tip` since the merge base of `tip` and `base`.
  ///
  /// The commits on this branch are `tip` and its ancestors, without `base` and the ancestors of `base`.
  ///
  /// The number of steps is proportional to the number of commits since the merge base.
  func keys(of tip: ObjectID, without base: ObjectID) -> Set<String> {
    guard let tip = numbers[tip], let base = numbers[base], tip != base else { return [] }
    let (isBase, isTip): (UInt8, UInt8) = (1, 2)
    var marks = [base: isBase, tip: isTip]
    var open = 1
    var found: Set<String> = []
    var number = max(tip, base)
    while open > 0, number >= 0 {
      defer { number -= 1 }
      guard let mark = marks.removeValue(forKey: number) else { continue }
      if mark == isTip {
        open -= 1
        found.formUnion(keys[number])
      }
      for parent in parents[number] {
        let old = marks[parent] ?? 0
        marks[parent] = old | mark
        if old == 0, mark == isTip { open += 1 }
        if old == isTip, mark & isBase != 0 { open -= 1 }
      }
    }
    return found
  }
}
