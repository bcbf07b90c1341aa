import DossierMarkup
import DossierTesting
import DossierText

/// A YAML file with random values in a random layout: every style, comments and blank lines, all line ends, as a file or front matter.
struct YAMLSample {
  private var random: Seeded
  private var lines: [String] = []
  private(set) var text = ""
  let lineEnd: String
  private(set) var file: SourceFile

  /// Values to add to it.
  static let values: [YAMLEdit.Value] = [
    .scalar("NEW-1"), .list([.scalar("x"), .scalar("y")]), .mapping([("by", .scalar("ROL-1")), ("on", .scalar("2026-01-02"))]),
    .list([.mapping([("by", .scalar("ROL-1")), ("of", .list([.scalar("a")]))])]),
  ]

  init(_ seed: UInt64) {
    random = Seeded(seed)
    lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
    file = SourceFile(path: SourcePath(parts: ["a.yaml"]), bytes: [])
    members(indent: "", first: "", depth: 0)
    let isPage = random.next() % 3 == 0
    let hasFinalEnd = isPage || random.next() % 3 > 0
    let mark = random.next() % 5 == 0 ? "\u{FEFF}" : ""
    // A file of one line does not show its line end.
    if !isPage { lines.insert("# a file", at: 0) }
    let all = isPage ? ["---"] + lines + ["---", "text"] : lines
    text = mark + all.joined(separator: lineEnd) + (hasFinalEnd ? lineEnd : "")
    file = SourceFile(path: SourcePath(parts: [isPage ? "a.md" : "a.yaml"]), bytes: Array(text.utf8))
  }

  private mutating func chance(_ n: UInt64) -> Bool { random.next() % n == 0 }

  private mutating func pick(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }

  // MARK: Block style

  /// The lines of a mapping; the first begins with `first`, which may hold dashes.
  private mutating func members(indent: String, first: String, depth: Int) {
    for i in 0..<Int.random(in: 1...3, using: &random) {
      if i > 0 { filler(indent) }
      let key = chance(5) ? "\"k \(i)\"" : "k\(i)"
      value(after: (i == 0 ? first : indent) + key + ":", gap: " ", parent: indent, inMapping: true, depth: depth)
    }
  }

  private mutating func items(indent: String, first: String, depth: Int) {
    for i in 0..<Int.random(in: 1...3, using: &random) {
      if i > 0 { filler(indent) }
      let gap = pick([" ", " ", "  ", "   "])
      let head = (i == 0 ? first : indent) + "-"
      let inner = indent + " " + gap
      switch depth < 3 ? random.next() % 5 : 4 {
      case 0: members(indent: inner, first: head + gap, depth: depth + 1)
      case 1: items(indent: inner, first: head + gap, depth: depth + 1)
      default: value(after: head, gap: gap, parent: indent, inMapping: false, depth: depth)
      }
    }
  }

  /// A value after a key or a dash; what runs over several lines is indented more than `parent`.
  private mutating func value(after head: String, gap: String, parent: String, inMapping: Bool, depth: Int) {
    let deeper = parent + pick([" ", "  ", "    "])
    switch depth < 3 ? random.next() % 12 : 4 + random.next() % 8 {
    case 0, 1:
      lines.append(head + comment())
      filler(parent)
      members(indent: deeper, first: deeper, depth: depth + 1)
    case 2, 3:
      lines.append(head + comment())
      let indent = inMapping && chance(2) ? parent : deeper
      items(indent: indent, first: indent, depth: depth + 1)
    case 4: lines.append(head + comment())
    case 5: lines.append(head + gap + pick(["null", "~"]) + comment())
    case 6: lines.append(head + gap + "one two" + (chance(2) ? "" : comment()))
    case 7:
      lines.append(head + gap + pick(["one", "one two"]))
      lines.append(deeper + "three, [four] #five" + comment())
    case 8:
      lines.append(head + gap + pick(["\"a # ] \\\" b", "'it''s ] # b"].map { $0 + ($0.first == "'" ? "'" : "\"") }) + comment())
    case 9:
      let quote = pick(["\"", "'"])
      lines += [head + gap + quote + "a", "", deeper + "b: - # c" + quote + comment()]
    case 10: block(head + gap, indent: deeper)
    default: lines.append(head + gap + flow(depth: 0, indent: deeper) + comment())
    }
  }

  private mutating func block(_ head: String, indent: String) {
    lines.append(head + pick(["|", ">"]) + pick(["", "-", "+"]) + comment())
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      lines.append(pick([indent + "text: - [x # y", indent + "more", ""]) + (chance(6) ? "  " : ""))
      // A first line of white space alone would decide the indentation.
      if lines.last?.allSatisfy({ $0 == " " }) == true { lines[lines.count - 1] = "" }
    }
    for _ in 0..<Int.random(in: 0...2, using: &random) { lines.append("") }
  }

  /// A line between two members or items.
  private mutating func filler(_ indent: String) {
    // After a block scalar a comment must not be deeper than what follows.
    if chance(8) { lines.append(indent + "# comment ] }") }
    if chance(8) { lines.append("") }
  }

  private mutating func comment() -> String { chance(4) ? pick([" # x", "   # y ] }, z"]) : chance(6) ? "  " : "" }

  // MARK: Flow style

  private mutating func flow(depth: Int, indent: String) -> String {
    let isMapping = chance(2)
    var text = isMapping ? "{" : "["
    let count = Int.random(in: 0...3, using: &random)
    for i in 0..<count {
      text += pick(["", "", " ", lineEnd + indent])
      if isMapping { text += "f\(i): " }
      text += depth < 2 && chance(3) ? flow(depth: depth + 1, indent: indent + " ") : scalar(isMapping, indent)
      if i < count - 1 || chance(4) { text += pick(["", " "]) + "," + pick([" ", " # c ] }" + lineEnd + indent]) }
    }
    return text + pick(["", "", " ", lineEnd + indent, " # d ]" + lineEnd + indent]) + (isMapping ? "}" : "]")
  }

  private mutating func scalar(_ isMapping: Bool, _ indent: String) -> String {
    pick(["a", "b c", "x" + lineEnd + indent + "y", "\"q ] # \\\" }\"", "'r, }'", "a#b", isMapping ? "" : "z"])
  }
}
