/// The commits with revisions, for each record, as numbers. The number of a commit is higher than the numbers of all its predecessors.
struct Lineage {
  private var before: [[Int]] = []

  /// The number that the next revision gets.
  var next: Int { before.count }

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

  /// Whether a predecessor of `number` is one of `marked`. Calls must have increasing numbers; `known` keeps results between them.
  func follows(_ number: Int, _ marked: Set<Int>, _ known: inout [Int: Bool]) -> Bool {
    var open = [number]
    var new: [Int] = []
    while let next = open.popLast() {
      guard known[next] == nil else { continue }
      known[next] = false
      new.append(next)
      open += before[next]
    }
    for node in new.sorted() { known[node] = before[node].contains { marked.contains($0) || known[$0] ?? false } }
    return known[number] ?? false
  }
}
