/// What was said of records, each as a number that is higher than those of everything it follows.
struct Lineage {
  private var before: [[Int]] = []

  mutating func add(after others: [Int]) -> Int {
    before.append(others)
    return before.count - 1
  }

  /// Whether one of `starts` is `number`, or follows it.
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
