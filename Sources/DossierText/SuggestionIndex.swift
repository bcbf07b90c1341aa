/// Finds which of many candidates was meant by a word. Made once for all words that are looked up.
package struct SuggestionIndex {
  /// Ordered by their scalars.
  private let candidates: [Candidate]
  /// How many scalars each begins with that the one before it begins with too.
  private let shared: [Int]
  private var answers: [String: String?] = [:]

  private struct Candidate {
    let word: String
    /// In lower case, at most `longest`.
    let scalars: [Unicode.Scalar]
  }

  /// What is compared of a word, in scalars.
  private static let longest = 64

  package init(_ candidates: some Sequence<String>) {
    let sorted = candidates.map { Candidate(word: $0, scalars: SuggestionIndex.scalars($0)) }
      .sorted { $0.scalars.lexicographicallyPrecedes($1.scalars) }
    self.candidates = sorted
    shared = sorted.indices.map { i in
      i == 0 ? 0 : zip(sorted[i - 1].scalars, sorted[i].scalars).prefix { $0 == $1 }.count
    }
  }

  /// The candidate closest to `word`, without regard to case, within a third of its length (at least 1, at most 3 edits).
  ///
  /// Where two candidates are equally close the first in order is named, so that the answer never depends on chance.
  package mutating func closest(to word: String) -> String? {
    if let known = answers[word] { return known }
    let target = SuggestionIndex.scalars(word)
    var answer: String?
    if !target.isEmpty {
      // Most words that are meant are near: to look near first passes over most candidates.
      for limit in 0...min(3, max(1, target.count / 3)) where answer == nil { answer = search(target, word, within: limit) }
    }
    answers[word] = .some(answer)
    return answer
  }

  private static func scalars(_ word: String) -> [Unicode.Scalar] { Array(word.lowercased().unicodeScalars.prefix(longest)) }

  /// The first in order of the candidates within so many edits, when none is nearer.
  ///
  /// Candidates that begin alike share the rows of the distance table for what they share, and are passed over together when
  /// their beginning is too far away already.
  private func search(_ target: [Unicode.Scalar], _ word: String, within limit: Int) -> String? {
    var table = EditTable(target, limit: limit)
    var best: String?
    var next = 0
    while next < candidates.count {
      let candidate = candidates[next]
      table.keep(shared[next])
      while !table.isHopeless, table.count < candidate.scalars.count { table.add(candidate.scalars[table.count]) }
      next += 1
      if table.isHopeless {
        while next < shared.count, shared[next] >= table.count { next += 1 }
        continue
      }
      guard table.distance <= limit, candidate.word != word else { continue }
      if let current = best, current <= candidate.word { continue }
      best = candidate.word
    }
    return best
  }
}

/// Distances of one word to the beginnings of another, row by row: insertions, deletions, substitutions and swaps of neighbours
/// (optimal string alignment). What exceeds the limit is kept as one more than it.
struct EditTable {
  private let target: [Unicode.Scalar]
  private let limit: Int
  private var added: [Unicode.Scalar] = []
  /// One row for each scalar added, after the row of the empty beginning; each as wide as the target and one more.
  private var cells: [Int]
  /// The smallest number of each row.
  private var least: [Int] = [0]

  init(_ target: [Unicode.Scalar], limit: Int) {
    self.target = target
    self.limit = limit
    cells = (0...target.count).map { min($0, limit + 1) }
  }

  var count: Int { added.count }

  var distance: Int { cells[cells.count - 1] }

  /// True when no word that goes on from here can be within the limit: a swap reaches back two rows.
  var isHopeless: Bool { least[count] > limit && (count == 0 || least[count - 1] >= limit) }

  /// Takes back all but the first scalars.
  mutating func keep(_ number: Int) {
    guard number < added.count else { return }
    added.removeLast(added.count - number)
    least.removeLast(least.count - number - 1)
    cells.removeLast(cells.count - (number + 1) * (target.count + 1))
  }

  mutating func add(_ scalar: Unicode.Scalar) {
    let width = target.count + 1
    let last = cells.count - width
    added.append(scalar)
    let row = added.count
    // Further than the limit from the diagonal every number is over it.
    let band = max(1, row - limit)...max(1, row - limit, min(target.count, row + limit))
    cells += repeatElement(limit + 1, count: width)
    cells[last + width] = min(row, limit + 1)
    var smallest = cells[last + width]
    for column in band where column <= target.count {
      let cost = target[column - 1] == scalar ? 0 : 1
      var best = min(cells[last + width + column - 1] + 1, cells[last + column] + 1, cells[last + column - 1] + cost)
      if row > 1, column > 1, target[column - 1] == added[row - 2], target[column - 2] == scalar {
        best = min(best, cells[last - width + column - 2] + 1)
      }
      cells[last + width + column] = min(best, limit + 1)
      smallest = min(smallest, best)
    }
    least.append(smallest)
  }
}
