/// Compares two texts and writes the difference in the unified format of `patch`, with three context lines around every change.
package enum UnifiedDiff {
  /// The difference. Empty if the texts are equal. Line endings are part of the lines.
  package static func text(_ old: [UInt8], _ new: [UInt8], path: String) -> String {
    let (a, b) = (lines(old), lines(new))
    let steps = script(a, b)
    guard steps.contains(where: { $0.kind != .same }) else { return "" }
    var out = "--- \(path)\n+++ \(path)\n"
    for hunk in hunks(steps) {
      let part = steps[hunk]
      let (oldCount, newCount) = (part.count { $0.kind != .added }, part.count { $0.kind != .removed })
      // The start of a hunk in a text is the number of its first line there. Line numbers begin at 1. If a hunk has no line of
      // that text, the format requires the number of the last line before the hunk.
      let oldStart = part[hunk.lowerBound].old + (oldCount > 0 ? 1 : 0)
      let newStart = part[hunk.lowerBound].new + (newCount > 0 ? 1 : 0)
      out += "@@ -\(oldStart),\(oldCount) +\(newStart),\(newCount) @@\n"
      for step in part {
        let line = step.kind == .added ? b[step.new] : a[step.old]
        out += step.kind.rawValue + String(decoding: line, as: UTF8.self)
        if line.last != 0x0A { out += "\n\\ No newline at end of file\n" }
      }
    }
    return out
  }

  private enum Kind: String { case same = " ", removed = "-", added = "+" }

  /// One step of the edit script, for one line. `old` is how many lines of the old text come before this step; `new` is the
  /// same for the new text.
  private struct Step {
    let kind: Kind
    let old: Int
    let new: Int
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var start = 0
    for i in bytes.indices where bytes[i] == 0x0A {
      result.append(bytes[start...i])
      start = i + 1
    }
    if start < bytes.count { result.append(bytes[start...]) }
    return result
  }

  /// The search for the shortest script stops when the script needs more edits than this. An edit is an added or removed line.
  /// The time and memory of the search grow with the square of this number.
  private static let mostEdits = 400

  /// The edit script: the steps that change `a` into `b`. The result is the shortest script if that script has at most
  /// `mostEdits` edits.
  ///
  /// Otherwise, texts with the same number of lines are compared line by line, because an edit of a value does not change the
  /// number of lines. For all other texts, everything between the first and the last difference is one change.
  private static func script(_ a: [ArraySlice<UInt8>], _ b: [ArraySlice<UInt8>]) -> [Step] {
    let head = zip(a, b).prefix { $0.elementsEqual($1) }.count
    let most = min(a.count, b.count) - head
    var tail = 0
    while tail < most, a[a.count - 1 - tail].elementsEqual(b[b.count - 1 - tail]) { tail += 1 }
    let same = (0..<head).map { Step(kind: .same, old: $0, new: $0) }
    let (old, new) = (head..<a.count - tail, head..<b.count - tail)
    let middle =
      shortest(Array(a[old]), Array(b[new]))?.map { Step(kind: $0.kind, old: $0.old + head, new: $0.new + head) }
      ?? (old.count == new.count
        ? old.flatMap { i -> [Step] in
          a[i].elementsEqual(b[i])
            ? [Step(kind: .same, old: i, new: i)]
            : [Step(kind: .removed, old: i, new: i), Step(kind: .added, old: i + 1, new: i)]
        }
        : old.map { Step(kind: .removed, old: $0, new: head) } + new.map { Step(kind: .added, old: old.upperBound, new: $0) })
    return same + middle + (0..<tail).map { Step(kind: .same, old: old.upperBound + $0, new: new.upperBound + $0) }
  }

  /// The shortest edit script. Nil if the shortest script has more than `mostEdits` edits.
  ///
  /// Source: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986).
  private static func shortest(_ a: [ArraySlice<UInt8>], _ b: [ArraySlice<UInt8>]) -> [Step]? {
    // For every number of edits: the furthest line of the old text that was reached on each diagonal.
    var rounds: [[Int: Int]] = []
    var reached: [Int: Int] = [1: 0]
    var isFound = false
    search: for edits in 0...min(a.count + b.count, mostEdits) {
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let (above, left) = (reached[diagonal + 1] ?? -1, reached[diagonal - 1] ?? -1)
        var x = diagonal == -edits || (diagonal != edits && left < above) ? above : left + 1
        var y = x - diagonal
        while x < a.count, y < b.count, x >= 0, y >= 0, a[x].elementsEqual(b[y]) { (x, y) = (x + 1, y + 1) }
        reached[diagonal] = x
        if x >= a.count, y >= b.count {
          isFound = true
          break
        }
      }
      rounds.append(reached)
      if isFound { break search }
    }
    guard isFound else { return nil }
    var steps: [Step] = []
    var (x, y) = (a.count, b.count)
    for edits in stride(from: rounds.count - 1, through: 0, by: -1) {
      let before = edits > 0 ? rounds[edits - 1] : [1: 0]
      let diagonal = x - y
      let (above, left) = (before[diagonal + 1] ?? -1, before[diagonal - 1] ?? -1)
      let isAddition = diagonal == -edits || (diagonal != edits && left < above)
      let fromX = isAddition ? above : left
      let fromY = isAddition ? above - diagonal - 1 : left - diagonal + 1
      while x > 0, y > 0, edits == 0 || (isAddition ? x > fromX : x > fromX + 1) {
        (x, y) = (x - 1, y - 1)
        steps.append(Step(kind: .same, old: x, new: y))
      }
      guard edits > 0 else { break }
      (x, y) = (fromX, fromY)
      steps.append(Step(kind: isAddition ? .added : .removed, old: x, new: y))
    }
    return steps.reversed()
  }

  /// One range of steps for each hunk. A hunk is a change with up to three lines before and after the change. Ranges that
  /// overlap or touch are merged.
  private static func hunks(_ steps: [Step]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for i in steps.indices where steps[i].kind != .same {
      let range = max(0, i - 3)..<min(steps.count, i + 4)
      if let last = result.last, last.upperBound >= range.lowerBound {
        result[result.count - 1] = last.lowerBound..<range.upperBound
      } else {
        result.append(range)
      }
    }
    return result
  }
}
