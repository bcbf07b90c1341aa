/// The order of the revisions of each record, as a graph of numbers.
///
/// One number stands for the revisions of one record in one commit. The number is higher than the numbers of all predecessors.
struct Lineage {
  private var before: [[Int]] = []

  /// The number that the next call of `add` returns.
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

  /// Whether a predecessor of `number` is in `marked`.
  ///
  /// `known` keeps results between calls. Calls with the same `known` must have increasing numbers.
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
