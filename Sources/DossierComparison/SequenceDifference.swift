/// An edit script: the steps that turn one list into another, in order.
enum SequenceDifference {
  enum Step: Hashable { case same(old: Int, new: Int), removed(Int), added(Int) }

  /// The limit for the product of the lengths of the two lists. Up to this limit, the shortest edit script is computed. The
  /// lengths do not include the equal elements at the start and at the end of both lists.
  ///
  /// The computing time can be proportional to this product. Above the limit, all old elements are removed, and all new elements
  /// are added.
  private static let most = 4_000_000

  static func steps<Element: Hashable>(_ old: [Element], _ new: [Element]) -> [Step] {
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var tail = 0
    while tail < min(old.count, new.count) - start, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
    let (oldEnd, newEnd) = (old.count - tail, new.count - tail)
    var steps = (0..<start).map { Step.same(old: $0, new: $0) }
    steps += middle(old[start..<oldEnd], new[start..<newEnd])
    return steps + (0..<tail).map { Step.same(old: oldEnd + $0, new: newEnd + $0) }
  }

  private static func middle<Element: Hashable>(_ old: ArraySlice<Element>, _ new: ArraySlice<Element>) -> [Step] {
    guard old.count * new.count <= most else { return old.indices.map(Step.removed) + new.indices.map(Step.added) }
    let difference = new.difference(from: old)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(old.startIndex + offset)
      case .insert(let offset, _, _): added.insert(new.startIndex + offset)
      }
    }
    var steps: [Step] = []
    var (i, j) = (old.startIndex, new.startIndex)
    while i < old.endIndex || j < new.endIndex {
      if i < old.endIndex, removed.contains(i) {
        steps.append(.removed(i))
        i += 1
      } else if j < new.endIndex, added.contains(j) {
        steps.append(.added(j))
        j += 1
      } else {
        steps.append(.same(old: i, new: j))
        (i, j) = (i + 1, j + 1)
      }
    }
    return steps
  }
}
