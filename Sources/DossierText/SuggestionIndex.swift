/// Finds the candidate that the author of a misspelled word probably meant. One index can be used for many lookups.
package struct SuggestionIndex {
  /// The candidates, ordered by their scalars.
  private let candidates: [Candidate]
  /// For each candidate, the length in scalars of the prefix that this candidate shares with the previous candidate.
  private let shared: [Int]
  private var answers: [String: String?] = [:]
  /// How many more scalars of candidates may be compared. The budget limits the time for many lookups among many candidates.
  private var budget = 10_000_000

  private struct Candidate {
    let word: String
    /// The word in lower case, cut to `longest` scalars.
    let scalars: [Unicode.Scalar]
  }

  /// The maximum number of scalars of a word that are compared. The rest of a longer word is ignored.
  private static let longest = 64

  package init(_ candidates: some Sequence<String>) {
    let sorted = candidates.map { Candidate(word: $0, scalars: SuggestionIndex.scalars($0)) }
      .sorted { $0.scalars.lexicographicallyPrecedes($1.scalars) }
    self.candidates = sorted
    shared = sorted.indices.map { i in
      i == 0 ? 0 : zip(sorted[i - 1].scalars, sorted[i].scalars).prefix { $0 == $1 }.count
    }
  }

  /// The candidate closest to `word`. Case is ignored. One edit is allowed for every three scalars of the word: always at least
  /// 1, and at most 3.
  ///
  /// If several candidates are equally close, the first in alphabetical order is returned, so that the result is deterministic.
  /// After ten million compared scalars, every new word gives nil.
  package mutating func closest(to word: String) -> String? {
    if let known = answers[word] { return known }
    let target = SuggestionIndex.scalars(word)
    var answer: String?
    if !target.isEmpty, budget > 0 {
      // Try small limits first: most misspellings are close to their candidate, and a small limit skips most candidates early.
      for limit in 0...min(3, max(1, target.count / 3)) where answer == nil { answer = search(target, word, within: limit) }
    }
    answers[word] = .some(answer)
    return answer
  }

  private static func scalars(_ word: String) -> [Unicode.Scalar] { Array(word.lowercased().unicodeScalars.prefix(longest)) }

  /// Among the candidates within `limit` edits of `target`, the first in alphabetical order. A candidate that is equal to
  /// `word` is skipped. The caller has already searched with every smaller limit and found nothing.
  ///
  /// Candidates with a common prefix share the rows of the distance table for that prefix. If the prefix already differs too
  /// much, all candidates with this prefix are skipped.
  private mutating func search(_ target: [Unicode.Scalar], _ word: String, within limit: Int) -> String? {
    var table = EditTable(target, limit: limit)
    var best: String?
    var next = 0
    while next < candidates.count {
      let candidate = candidates[next]
      table.keep(shared[next])
      while !table.isHopeless, table.count < candidate.scalars.count {
        table.add(candidate.scalars[table.count])
        budget -= 1
      }
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

/// Edit distances between the target word and every prefix of another word. Each added scalar of the other word adds one row.
///
/// Counts insertions, deletions, substitutions and transpositions (optimal string alignment). A distance above the limit is
/// stored as limit + 1.
struct EditTable {
  private let target: [Unicode.Scalar]
  private let limit: Int
  private var added: [Unicode.Scalar] = []
  /// One row for the empty prefix and one for each added scalar. A row has one cell more than the target has scalars.
  private var cells: [Int]
  /// The smallest value of each row.
  private var least: [Int] = [0]

  init(_ target: [Unicode.Scalar], limit: Int) {
    self.target = target
    self.limit = limit
    cells = (0...target.count).map { min($0, limit + 1) }
  }

  var count: Int { added.count }

  var distance: Int { cells[cells.count - 1] }

  /// True if no word that begins with the added scalars can be within the limit. The last two rows are checked, because a
  /// transposition depends on the row before the last row.
  var isHopeless: Bool { least[count] > limit && (count == 0 || least[count - 1] >= limit) }

  /// Keeps the first `number` added scalars and removes the others.
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
    // A cell that is more than `limit` columns away from the diagonal always has a value above the limit.
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
