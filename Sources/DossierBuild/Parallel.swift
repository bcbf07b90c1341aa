/// Maps over a few values whose work is of several steps, so many at a time; the results are in the order of the values.
func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], workers: Int, _ transform: @escaping @Sendable (Element) async throws -> Result
) async throws -> [Result] {
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    var results = [Result?](repeating: nil, count: elements.count)
    for (i, element) in elements.enumerated() {
      if i >= max(1, workers), let (done, result) = try await group.next() { results[done] = result }
      group.addTask { (i, try await transform(element)) }
    }
    while let (done, result) = try await group.next() { results[done] = result }
    return results.compactMap(\.self)
  }
}

/// Maps over many values on several workers; the results are in the order of the values, whoever was faster.
///
/// The one place where work is divided.
package func orderedMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], workers: Int, _ transform: @escaping @Sendable (Element) throws -> Result
) async throws -> [Result] {
  guard workers > 1, elements.count > 1 else { return try elements.map(transform) }
  // Several pieces a worker, so that one slow piece does not keep the others waiting.
  let size = max(1, elements.count / (workers * 16))
  let starts = Array(stride(from: 0, to: elements.count, by: size))
  return try await withThrowingTaskGroup(of: (Int, [Result]).self) { group in
    var pieces = [[Result]](repeating: [], count: starts.count)
    var next = 0
    func add(_ piece: Int) {
      let range = starts[piece]..<min(starts[piece] + size, elements.count)
      group.addTask { (piece, try elements[range].map(transform)) }
    }
    while next < min(workers, starts.count) {
      add(next)
      next += 1
    }
    while let (piece, results) = try await group.next() {
      pieces[piece] = results
      if next < starts.count {
        add(next)
        next += 1
      }
    }
    return Array(pieces.joined())
  }
}
