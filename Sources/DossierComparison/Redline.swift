import DossierMarkup

/// What changed in a text, word by word. Only what changed is there, with a few words around it.
package struct Redline: Sendable, Hashable {
  package let lines: [Line]

  /// A paragraph, heading, item or row with changes.
  package struct Line: Sendable, Hashable {
    /// As Markdown marks it: `## `, `- `; empty for a paragraph.
    package let mark: String
    package let pieces: [Piece]
  }

  /// Words in a row; `omitted` stands for words on both sides that are not shown.
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
    var (gone, come): ([ProseBlock], [ProseBlock]) = ([], [])
    for step in SequenceDifference.steps(old, new) {
      switch step {
      case .removed(let i): gone.append(old[i])
      case .added(let i): come.append(new[i])
      case .same:
        lines += Redline.lines(gone, come)
        (gone, come) = ([], [])
      }
    }
    self.lines = lines + Redline.lines(gone, come)
  }

  /// Of blocks between the same two neighbours, those that are alike are the same one, changed.
  private static func lines(_ old: [ProseBlock], _ new: [ProseBlock]) -> [Line] {
    guard !old.isEmpty, !new.isEmpty else {
      return old.map { whole($0, Piece.removed) } + new.map { whole($0, Piece.added) }
    }
    var lines: [Line] = []
    var next = 0
    for block in old {
      // A bounded look ahead: long rewritten texts need not be matched at any price.
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

  /// Words that two blocks share, of those in the longer one: 0 to 1.
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
    // An empty item is its mark.
    if block.words.isEmpty { return Line(mark: "", pieces: [piece(trimmed(block.mark))]) }
    return Line(mark: block.mark, pieces: [piece(block.words.joined(separator: " "))])
  }

  private static func changed(_ old: ProseBlock, _ new: ProseBlock) -> Line {
    // Words of both sides in a row, then those of one side; alternating words would be hard to read.
    var pieces: [Piece] = []
    var (same, gone, come): ([String], [String], [String]) = ([], [], [])
    func flush(_ pieces: inout [Piece]) {
      if !gone.isEmpty { pieces.append(.removed(gone.joined(separator: " "))) }
      if !come.isEmpty { pieces.append(.added(come.joined(separator: " "))) }
      (gone, come) = ([], [])
    }
    if old.mark != new.mark {
      gone = [Redline.trimmed(old.mark)].filter { !$0.isEmpty }
      come = [Redline.trimmed(new.mark)].filter { !$0.isEmpty }
    }
    for step in SequenceDifference.steps(old.words, new.words) {
      switch step {
      case .same(_, let i):
        flush(&pieces)
        same.append(new.words[i])
      case .removed(let i):
        pieces += context(&same, isFirst: pieces.isEmpty, isLast: false)
        gone.append(old.words[i])
      case .added(let i):
        pieces += context(&same, isFirst: pieces.isEmpty, isLast: false)
        come.append(new.words[i])
      }
    }
    flush(&pieces)
    pieces += context(&same, isFirst: pieces.isEmpty, isLast: true)
    return Line(mark: old.mark == new.mark ? new.mark : "", pieces: pieces)
  }

  private static let around = 6

  /// A run of words on both sides, shortened to those near a change.
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
