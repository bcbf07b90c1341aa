/// Transforms values with an asynchronous function. At most `workers` calls run at the same time.
///
/// The results are in the order of the values. For many values, use `orderedMap`.
package func concurrentMap<Element: Sendable, Result: Sendable>(
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

/// Transforms many values on several workers. The results are in the order of the values.
package func orderedMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], workers: Int, _ transform: @escaping @Sendable (Element) throws -> Result
) async throws -> [Result] {
  guard workers > 1, elements.count > 1 else { return try elements.map(transform) }
  // Divide the values into many small pieces. While one worker processes a slow piece, the other workers can process the other
  // pieces.
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
