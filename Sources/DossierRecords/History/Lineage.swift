/// The recorded revisions as numbers. The number of a revision is higher than the numbers of all its predecessors.
struct Lineage {
  private var before: [[Int]] = []

  mutating func add(after others: [Int]) -> Int {
    before.append(others)
    return before.count - 1
  }

  /// Whether `number` is one of `starts` or a predecessor of one of them.
  func reaches(_ number: Int, from starts: [Int]) -> Bool {
    var open = starts.filter { $0 >= number }
    var seen = Set(open)
    while let next = open.popLast() {
      if next == number { return true }
      for other in before[next] where other >= number && seen.insert(other).inserted { open.append(other) }
    }
    return false
  }
}
