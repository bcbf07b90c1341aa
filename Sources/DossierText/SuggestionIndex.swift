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
    var table = EditTable(target, longest: SuggestionIndex.longest, limit: limit)
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
      guard table.distance <= limit, !candidate.word.utf8.elementsEqual(word.utf8) else { continue }
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
  /// The added scalars, then unused places.
  private var added: [Unicode.Scalar]
  /// One row for the empty prefix and one for each added scalar, then unused rows. A row has one cell more than the target has
  /// scalars. A cell further from the diagonal than the limit is never written: it always has limit + 1.
  private var cells: [Int]
  /// The smallest value of each row.
  private var least: [Int]
  /// The number of added scalars.
  private(set) var count = 0

  /// Makes a table for words of at most `longest` scalars.
  init(_ target: [Unicode.Scalar], longest: Int, limit: Int) {
    self.target = target
    self.limit = limit
    added = Array(repeating: " ", count: longest)
    least = Array(repeating: 0, count: longest + 1)
    cells = Array(repeating: limit + 1, count: (target.count + 1) * (longest + 1))
    for column in 0...min(target.count, limit) { cells[column] = column }
  }

  var distance: Int { cells[count * (target.count + 1) + target.count] }

  /// True if no word that begins with the added scalars can be within the limit. The last two rows are checked, because a
  /// transposition depends on the row before the last row.
  var isHopeless: Bool { least[count] > limit && (count == 0 || least[count - 1] >= limit) }

  /// Removes all scalars after the first `number`.
  mutating func keep(_ number: Int) { count = min(count, number) }

  mutating func add(_ scalar: Unicode.Scalar) {
    let width = target.count + 1
    count += 1
    let start = count * width
    added[count - 1] = scalar
    cells[start] = min(count, limit + 1)
    var smallest = cells[start]
    for column in max(1, count - limit)..<max(1, count - limit, min(target.count, count + limit) + 1) {
      let cost = target[column - 1] == scalar ? 0 : 1
      let above = start - width + column
      var best = min(cells[start + column - 1] + 1, cells[above] + 1, cells[above - 1] + cost)
      if count > 1, column > 1, target[column - 1] == added[count - 2], target[column - 2] == scalar {
        best = min(best, cells[above - width - 2] + 1)
      }
      cells[start + column] = min(best, limit + 1)
      smallest = min(smallest, best)
    }
    least[count] = smallest
  }
}
