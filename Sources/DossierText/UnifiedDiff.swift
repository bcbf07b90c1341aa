/// The difference between two texts in the unified format of `patch`, with three context lines around every change.
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
      // For an empty side, the format gives the number of the line before it.
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

  /// One line of the edit script. `old` and `new` are the numbers of lines consumed before it.
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

  /// The shortest edit script. Source: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986).
  private static func script(_ a: [ArraySlice<UInt8>], _ b: [ArraySlice<UInt8>]) -> [Step] {
    let most = a.count + b.count
    // The furthest old line reached on each diagonal, for every number of edits.
    var rounds: [[Int: Int]] = []
    var reached: [Int: Int] = [1: 0]
    search: for edits in 0...most {
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let (above, left) = (reached[diagonal + 1] ?? -1, reached[diagonal - 1] ?? -1)
        var x = diagonal == -edits || (diagonal != edits && left < above) ? above : left + 1
        var y = x - diagonal
        while x < a.count, y < b.count, x >= 0, y >= 0, a[x].elementsEqual(b[y]) { (x, y) = (x + 1, y + 1) }
        reached[diagonal] = x
        if x >= a.count, y >= b.count {
          rounds.append(reached)
          break search
        }
      }
      rounds.append(reached)
    }
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

  /// The ranges of steps in each hunk: a change with three lines before and after it. Overlapping ranges are merged.
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
