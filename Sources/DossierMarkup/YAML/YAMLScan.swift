import DossierText

/// Scans a YAML text before parsing for anchors, directives, nesting depth and duplicate keys.
///
/// The scan reads the tokens in one pass and follows the rules of libyaml's scanner (`scanner.c` of 0.2.5). Both scanners find
/// the same tokens. So no anchor or key can hide in quotes, block scalars or unusual line endings.
struct YAMLScan {
  /// The first anchor (`&name`). A text without anchors cannot contain aliases.
  private(set) var anchor: Span?
  /// The first directive (`%YAML …`).
  private(set) var directive: Span?
  /// The first position beyond the allowed nesting depth.
  private(set) var tooDeep: Span?
  /// The first value beyond the allowed number of values.
  private(set) var tooMany: Span?
  /// Pairs of equal keys in one mapping: the span of the first key and the span of a later key, both without quotes.
  private(set) var duplicates: [(first: Span, second: Span)] = []
  /// The bytes of every key.
  private(set) var keys: Set<[UInt8]> = []

  private let text: [UInt8]
  private var i = 0
  private var lineStart = 0
  /// The open block collections, by column.
  private var blocks: [(column: Int, keys: [[UInt8]: Span])] = []
  private var flows: [(isMapping: Bool, expectsKey: Bool, keys: [[UInt8]: Span])] = []
  /// The column of a tag or anchor before the next node. If that node is a key, the key begins at this column.
  private var property: Int?
  /// Whether `? ` was read, so that the next scalar is a key.
  private var expectsKey = false

  private var values = 0
  private let limit: Int

  init(_ text: [UInt8], limit: Int) {
    self.text = text
    self.limit = limit
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { (i, lineStart) = (3, 3) }
    while i < text.count, tooDeep == nil, tooMany == nil { token() }
  }

  // MARK: Tokens

  private mutating func token() {
    skipSpace()
    guard i < text.count else { return }
    let column = i - lineStart
    if flows.isEmpty { while let last = blocks.last, last.column > column { blocks.removeLast() } }
    let isFlow = !flows.isEmpty
    switch text[i] {
    case UInt8(ascii: "#"): skipLine()
    case UInt8(ascii: "%") where column == 0:
      let start = i
      skipLine()
      if directive == nil { directive = Span(start, i) }
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      let isMapping = text[i] == UInt8(ascii: "{")
      open { $0.flows.append((isMapping, isMapping, [:])) }
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      _ = flows.popLast()
      endNode()
    case UInt8(ascii: ","):
      if let last = flows.indices.last { flows[last].expectsKey = flows[last].isMapping }
      i += 1
    case UInt8(ascii: "?") where isFlow: i += 1
    case UInt8(ascii: "?") where isBlank(i + 1):
      expectsKey = true
      openBlock(column)
    case UInt8(ascii: "-") where isBlank(i + 1): if isFlow { i += 1 } else { openBlock(column) }
    case UInt8(ascii: ":") where isFlow || isBlank(i + 1):
      if let last = flows.indices.last { flows[last].expectsKey = false }
      expectsKey = false
      i += 1
    case UInt8(ascii: "&"):
      let end = endOfWord(i + 1)
      if anchor == nil, end > i + 1 { anchor = Span(i, end) }
      property = property ?? column
      i = end
    case UInt8(ascii: "!"):
      property = property ?? column
      while i < text.count, !isBlank(i), !(isFlow && isFlowIndicator(i)) { i += 1 }
    case UInt8(ascii: "*"):
      let start = i
      i = endOfWord(i + 1)
      endScalar(Span(start, i), column, isOneLine: true)
    case UInt8(ascii: "|") where !isFlow, UInt8(ascii: ">") where !isFlow: blockScalar()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): quoted(column)
    case UInt8(ascii: "-") where isDocumentMark, UInt8(ascii: ".") where isDocumentMark:
      blocks = []
      i += 3
    default: plain(column)
    }
  }

  private mutating func quoted(_ column: Int) {
    let quote = text[i]
    let line = lineStart
    i += 1
    let start = i
    while i < text.count, text[i] != quote || (quote == UInt8(ascii: "'") && i + 1 < text.count && text[i + 1] == quote) {
      let isEscape = text[i] == quote || (quote == UInt8(ascii: "\"") && text[i] == UInt8(ascii: "\\"))
      if isEscape { i += 1 }
      if !lineBreak() { i += 1 } else if isEscape { continue }
    }
    let content = Span(start, min(i, text.count))
    i += 1
    endScalar(content, column, isOneLine: line == lineStart)
  }

  private mutating func plain(_ column: Int) {
    let start = i
    let line = lineStart
    let indent = (blocks.last?.column ?? -1) + 1
    var end = i
    var endLine = lineStart
    while i < text.count, text[i] != UInt8(ascii: "#") || i == start, !isDocumentMark {
      while i < text.count, !isBlank(i) {
        if text[i] == UInt8(ascii: ":"), isBlank(i + 1) || (!flows.isEmpty && isFlowIndicator(i + 1)) { break }
        if !flows.isEmpty, isFlowIndicator(i) { break }
        i += 1
        (end, endLine) = (i, lineStart)
      }
      guard i < text.count, isBlank(i) else { break }
      skipSpace()
      if flows.isEmpty, i - lineStart < indent { break }
    }
    // No token begins with this character. Skip the character, so that the scan reaches the end of the text. libyaml reports the
    // error.
    if end == start { i = max(i, start + 1) }
    endScalar(Span(start, end), column, isOneLine: line == endLine)
  }

  private mutating func blockScalar() {
    let parent = blocks.last?.column ?? -1
    i += 1
    var explicit = 0
    while i < text.count, text[i] == UInt8(ascii: "+") || text[i] == UInt8(ascii: "-") || (0x30...0x39).contains(text[i]) {
      if (0x30...0x39).contains(text[i]) { explicit = Int(text[i] - 0x30) }
      i += 1
    }
    skipLine()
    _ = lineBreak()
    var indent = explicit == 0 ? 0 : max(parent, 0) + explicit
    var widest = 0
    func isSpace(_ scan: YAMLScan, _ limit: Int) -> Bool {
      scan.i < scan.text.count && scan.text[scan.i] == 0x20 && (limit == 0 || scan.i - scan.lineStart < limit)
    }
    repeat {
      while isSpace(self, indent) { i += 1 }
      widest = max(widest, i - lineStart)
    } while lineBreak()
    if indent == 0 { indent = max(widest, parent + 1, 1) }
    while i < text.count, i - lineStart == indent {
      skipLine()
      while lineBreak() { while isSpace(self, indent) { i += 1 } }
    }
    endNode(consuming: 0)
  }

  // MARK: Structure

  private mutating func endScalar(_ content: Span, _ column: Int, isOneLine: Bool) {
    if let last = flows.indices.last {
      if flows[last].expectsKey { note(content) } else { count(content) }
    } else if expectsKey {
      note(content)
      expectsKey = false
    } else if isOneLine, isBeforeColon {
      let start = property ?? column
      while let last = blocks.last, last.column > start { blocks.removeLast() }
      if blocks.last?.column != start { open(consuming: 0) { $0.blocks.append((start, [:])) } }
      note(content)
    } else {
      count(content)
    }
    endNode(consuming: 0)
  }

  private mutating func count(_ value: Span) {
    values += 1
    if values > limit { tooMany = value }
  }

  private mutating func endNode(consuming count: Int = 1) {
    if let last = flows.indices.last { flows[last].expectsKey = false }
    property = nil
    i += count
  }

  private mutating func openBlock(_ column: Int) {
    if blocks.last?.column == column { i += 1 } else { open { $0.blocks.append((column, [:])) } }
  }

  private mutating func open(consuming count: Int = 1, _ append: (inout YAMLScan) -> Void) {
    append(&self)
    if blocks.count + flows.count > YAMLParser.maximumDepth { tooDeep = Span(i, min(i + 1, text.count)) }
    property = nil
    i += count
  }

  /// Records a key of the innermost mapping.
  private mutating func note(_ key: Span) {
    let bytes = Array(text[key.range])
    keys.insert(bytes)
    let first: Span?
    if let last = flows.indices.last {
      first = flows[last].keys[bytes]
      if first == nil { flows[last].keys[bytes] = key }
    } else if let last = blocks.indices.last {
      first = blocks[last].keys[bytes]
      if first == nil { blocks[last].keys[bytes] = key }
    } else {
      first = nil
    }
    if let first { duplicates.append((first, key)) }
  }

  // MARK: Bytes

  /// Whether the next token on this line is a `:` that ends a key.
  private var isBeforeColon: Bool {
    var next = i
    while next < text.count, text[next] == 0x20 || text[next] == 0x09 { next += 1 }
    return next < text.count && text[next] == UInt8(ascii: ":") && isBlank(next + 1)
  }

  private var isDocumentMark: Bool {
    i == lineStart && (text[i...].starts(with: "---".utf8) || text[i...].starts(with: "...".utf8)) && isBlank(i + 3)
  }

  private mutating func skipSpace() {
    while i < text.count {
      if text[i] == 0x20 || text[i] == 0x09 { i += 1 } else if !lineBreak() { return }
    }
  }

  private mutating func skipLine() { while i < text.count, YAMLScan.breakLength(text, i) == 0 { i += 1 } }

  /// Skips one line ending, if there is one at this position.
  private mutating func lineBreak() -> Bool {
    let length = YAMLScan.breakLength(text, i)
    i += length
    if length > 0 { lineStart = i }
    return length > 0
  }

  /// Whether the position is white space, a line ending or the end of the text.
  private func isBlank(_ place: Int) -> Bool {
    place >= text.count || text[place] == 0x20 || text[place] == 0x09 || YAMLScan.breakLength(text, place) > 0
  }

  private func isFlowIndicator(_ place: Int) -> Bool {
    place < text.count
      && [UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}")].contains(text[place])
  }

  private func endOfWord(_ start: Int) -> Int {
    var end = start
    while end < text.count {
      switch text[end] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): end += 1
      default: return end
      }
    }
    return end
  }

  /// The length of the line ending at a position: CR LF, LF, CR, and also NEL, LS and PS as in libyaml. 0 if there is no line
  /// ending.
  static func breakLength(_ text: [UInt8], _ i: Int) -> Int {
    guard i < text.count else { return 0 }
    switch text[i] {
    case 0x0A: return 1
    case 0x0D: return i + 1 < text.count && text[i + 1] == 0x0A ? 2 : 1
    case 0xC2: return i + 1 < text.count && text[i + 1] == 0x85 ? 2 : 0
    case 0xE2: return i + 2 < text.count && text[i + 1] == 0x80 && (text[i + 2] == 0xA8 || text[i + 2] == 0xA9) ? 3 : 0
    default: return 0
    }
  }
}
