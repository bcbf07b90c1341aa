import DossierMarkup

/// The changes of a text, word by word: only the changed words, with a few words of context.
package struct Redline: Sendable, Hashable {
  package let lines: [Line]

  /// A paragraph, heading, item or row with changes.
  package struct Line: Sendable, Hashable {
    /// The Markdown mark of the line: `## `, `- `; empty for a paragraph.
    package let mark: String
    package let pieces: [Piece]
  }

  /// Consecutive words. `omitted` stands for unchanged words that are not shown.
  package enum Piece: Sendable, Hashable {
    case same(String)
    case removed(String)
    case added(String)
    case omitted
  }

  package var isEmpty: Bool { lines.isEmpty }

  init(_ old: MarkupTree, _ new: MarkupTree) { self.init(ProseBlock.blocks(of: old), ProseBlock.blocks(of: new)) }

  init(_ old: String, _ new: String) { self.init([ProseBlock(mark: "", text: old)], [ProseBlock(mark: "", text: new)]) }

  init(_ old: [ProseBlock], _ new: [ProseBlock]) {
    var lines: [Line] = []
    var (removed, added): ([ProseBlock], [ProseBlock]) = ([], [])
    for step in SequenceDifference.steps(old, new) {
      switch step {
      case .removed(let i): removed.append(old[i])
      case .added(let i): added.append(new[i])
      case .same:
        lines += Redline.lines(removed, added)
        (removed, added) = ([], [])
      }
    }
    self.lines = lines + Redline.lines(removed, added)
  }

  /// The lines for the removed and added blocks between two unchanged blocks. A removed block and a similar added block become
  /// one changed line.
  private static func lines(_ old: [ProseBlock], _ new: [ProseBlock]) -> [Line] {
    guard !old.isEmpty, !new.isEmpty else {
      return old.map { whole($0, Piece.removed) } + new.map { whole($0, Piece.added) }
    }
    var lines: [Line] = []
    var next = 0
    for block in old {
      // Only the next 24 blocks are compared, because the comparison of long rewritten texts would take too long.
      let candidates = next..<min(new.count, next + 24)
      let best = candidates.map { (index: $0, likeness: likeness(block, new[$0])) }.max { $0.likeness < $1.likeness }
      guard let best, best.likeness >= 0.4 else {
        lines.append(whole(block, Piece.removed))
        continue
      }
      lines += new[next..<best.index].map { whole($0, Piece.added) }
      lines.append(changed(block, new[best.index]))
      next = best.index + 1
    }
    return lines + new[next...].map { whole($0, Piece.added) }
  }

  /// The number of shared words divided by the number of words in the longer block: 0 to 1.
  static func likeness(_ a: ProseBlock, _ b: ProseBlock) -> Double {
    var counts: [String: Int] = [:]
    for word in a.words { counts[word, default: 0] += 1 }
    var shared = 0
    for word in b.words {
      guard let count = counts[word], count > 0 else { continue }
      counts[word] = count - 1
      shared += 1
    }
    return Double(shared) / Double(max(a.words.count, b.words.count, 1))
  }

  private static func whole(_ block: ProseBlock, _ piece: (String) -> Piece) -> Line {
    // An empty item is shown as its mark.
    if block.words.isEmpty { return Line(mark: "", pieces: [piece(trimmed(block.mark))]) }
    return Line(mark: block.mark, pieces: [piece(block.words.joined(separator: " "))])
  }

  private static func changed(_ old: ProseBlock, _ new: ProseBlock) -> Line {
    // At each place, show all removed words first, and then all added words. Words that are alternately removed and added would
    // be hard to read.
    var pieces: [Piece] = []
    var (same, removed, added): ([String], [String], [String]) = ([], [], [])
    func flush(_ pieces: inout [Piece]) {
      if !removed.isEmpty { pieces.append(.removed(removed.joined(separator: " "))) }
      if !added.isEmpty { pieces.append(.added(added.joined(separator: " "))) }
      (removed, added) = ([], [])
    }
    if old.mark != new.mark {
      removed = [Redline.trimmed(old.mark)].filter { !$0.isEmpty }
      added = [Redline.trimmed(new.mark)].filter { !$0.isEmpty }
    }
    for step in SequenceDifference.steps(old.words, new.words) {
      switch step {
      case .same(_, let i):
        flush(&pieces)
        same.append(new.words[i])
      case .removed(let i):
        pieces += context(&same, isFirst: pieces.isEmpty, isLast: false)
        removed.append(old.words[i])
      case .added(let i):
        pieces += context(&same, isFirst: pieces.isEmpty, isLast: false)
        added.append(new.words[i])
      }
    }
    flush(&pieces)
    pieces += context(&same, isFirst: pieces.isEmpty, isLast: true)
    return Line(mark: old.mark == new.mark ? new.mark : "", pieces: pieces)
  }

  private static let around = 6

  /// The pieces for unchanged words. Only the words near a change are shown, and `omitted` replaces the other words.
  private static func context(_ words: inout [String], isFirst: Bool, isLast: Bool) -> [Piece] {
    defer { words = [] }
    guard !words.isEmpty else { return [] }
    let (before, after) = (isLast ? 0 : around, isFirst ? 0 : around)
    guard words.count > before + after + 2 else { return [.same(words.joined(separator: " "))] }
    let (head, tail) = (words.prefix(after).joined(separator: " "), words.suffix(before).joined(separator: " "))
    return (head.isEmpty ? [] : [.same(head)]) + [.omitted] + (tail.isEmpty ? [] : [.same(tail)])
  }

  private static func trimmed(_ mark: String) -> String { ProseBlock.words(of: mark).joined(separator: " ") }
}
