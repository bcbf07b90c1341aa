import DossierText

/// The link reference definitions of a Markdown text (`[label]: destination`), with their places in the file.
///
/// libcmark-gfm resolves definitions, but keeps no position of them. The scan can find a line that is no definition, for example
/// in an HTML comment. So a place is used only if its bytes equal the destination of a link.
struct LinkDefinitions {
  private(set) var all: [Definition] = []
  /// The positions in `all`, by destination as written.
  private var byDestination: [[UInt8]: [Int]] = [:]
  private(set) var keys: Set<String> = []

  struct Definition {
    /// The label as written, without its brackets.
    let label: String
    let labelSpan: Span
    let destination: [UInt8]
    let destinationSpan: Span
    /// Whether the line can be indented code.
    let isIndented: Bool
  }

  init(_ text: [UInt8], _ map: SourceMap) {
    guard text.containsPair(UInt8(ascii: "]"), UInt8(ascii: ":")) else { return }
    var scan = Scan(text, map)
    while let definition = scan.next() {
      // Few definitions with the same destination are enough, so that the cost of a link stays small.
      if byDestination[definition.destination, default: []].count < 8 {
        byDestination[definition.destination, default: []].append(all.count)
      }
      keys.insert(LinkDefinitions.key(definition.label))
      all.append(definition)
    }
  }

  /// The definitions with exactly this destination, in the order of the text.
  func definitions(to destination: [UInt8]) -> [Definition] { (byDestination[destination] ?? []).map { all[$0] } }

  /// The form in which labels are compared: in lower case, with one space for each run of white space.
  static func key(_ label: String) -> String {
    label.lowercased().split { $0.isWhitespace }.joined(separator: " ")
  }

  /// Reads the text line by line.
  private struct Scan {
    private let text: [UInt8]
    private let map: SourceMap
    private var line = 0
    private var start = 0
    /// Whether the previous line is part of a paragraph. A definition cannot interrupt a paragraph.
    private var isInParagraph = false
    /// Whether the previous line is a definition, so that the title can follow.
    private var isAfterDefinition = false
    private var fence: (mark: UInt8, count: Int)?

    init(_ text: [UInt8], _ map: SourceMap) { (self.text, self.map) = (text, map) }

    mutating func next() -> Definition? {
      while start < text.count {
        let lower = start
        var end = text[lower...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count
        let content = lower..<end
        if end + 1 < text.count, text[end] == 0x0D, text[end + 1] == 0x0A { end += 1 }
        (start, line) = (end + 1, line + 1)
        if let definition = read(content) { return definition }
      }
      return nil
    }

    private mutating func read(_ content: Range<Int>) -> Definition? {
      let begin = withoutContainers(content)
      if begin.isNew { isInParagraph = false }
      let rest = begin.start..<content.upperBound
      guard let first = rest.first.map({ text[$0] }) else {
        (isInParagraph, isAfterDefinition) = (false, false)
        return nil
      }
      let marks = text[rest].prefix { $0 == first }.count
      if let open = fence {
        if first == open.mark, marks >= open.count, text[rest].dropFirst(marks).allSatisfy({ $0 <= 0x20 }) { fence = nil }
        return nil
      }
      if marks >= 3, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") {
        fence = (first, marks)
        isInParagraph = false
        return nil
      }
      if !isInParagraph, let found = definition(rest, from: content.lowerBound, isIndented: begin.isIndented) {
        isAfterDefinition = true
        return found
      }
      let isTitle = isAfterDefinition && (first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"))
      let isRule = [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "=")].contains(first) && marks >= 3
      isInParagraph = !isTitle && first != UInt8(ascii: "#") && !isRule
      isAfterDefinition = false
      return nil
    }

    /// The start of the content after spaces, quotation marks and list markers. `isNew` says whether a list item begins here.
    private func withoutContainers(_ line: Range<Int>) -> (start: Int, isNew: Bool, isIndented: Bool) {
      var i = line.lowerBound
      var (isNew, spaces, isContained) = (false, 0, false)
      while i < line.upperBound {
        let byte = text[i]
        let next = i + 1 < line.upperBound ? text[i + 1] : 0x20
        if byte == 0x20 || byte == 0x09 {
          spaces += byte == 0x09 ? 4 : 1
          i += 1
        } else if byte == UInt8(ascii: ">") {
          (isContained, spaces) = (true, 0)
          i += 1
        } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+"),
          next == 0x20 || next == 0x09
        {
          (isNew, isContained, spaces) = (true, true, 0)
          i += 1
        } else {
          break
        }
      }
      return (i, isNew, spaces >= 4 && !isContained)
    }

    private func definition(_ content: Range<Int>, from lineStart: Int, isIndented: Bool) -> Definition? {
      guard text[content.lowerBound] == UInt8(ascii: "["), content.count > 4 else { return nil }
      var i = content.lowerBound + 1
      while i < content.upperBound, text[i] != UInt8(ascii: "]"), text[i] != UInt8(ascii: "[") {
        i += text[i] == UInt8(ascii: "\\") ? 2 : 1
      }
      let label = (content.lowerBound + 1)..<min(i, content.upperBound)
      guard i + 1 < content.upperBound, text[i] == UInt8(ascii: "]"), text[i + 1] == UInt8(ascii: ":"),
        text[label].first != UInt8(ascii: "^"), text[label].contains(where: { $0 > 0x20 })
      else { return nil }
      i += 2
      while i < content.upperBound, text[i] == 0x20 || text[i] == 0x09 { i += 1 }
      guard i < content.upperBound else { return nil }
      let isBracketed = text[i] == UInt8(ascii: "<")
      if isBracketed { i += 1 }
      let destination = i
      while i < content.upperBound, isBracketed ? text[i] != UInt8(ascii: ">") : text[i] > 0x20 { i += 1 }
      guard !isBracketed || i < content.upperBound else { return nil }
      let rest = text[(isBracketed ? i + 1 : i)..<content.upperBound].drop { $0 <= 0x20 }
      guard rest.isEmpty || [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "(")].contains(rest[rest.startIndex]) else {
        return nil
      }
      func span(_ range: Range<Int>) -> Span {
        let lower = map.offset(line: line, column: range.lowerBound - lineStart + 1)
        return Span(lower, lower + range.count)
      }
      return Definition(
        label: String(decoding: text[label], as: UTF8.self), labelSpan: span(label),
        destination: Array(text[destination..<i]), destinationSpan: span(destination..<i), isIndented: isIndented)
    }
  }
}

extension [UInt8] {
  /// Whether the bytes contain `first` directly followed by `second`.
  fileprivate func containsPair(_ first: UInt8, _ second: UInt8) -> Bool {
    var previous: UInt8 = 0
    for byte in self {
      if previous == first, byte == second { return true }
      previous = byte
    }
    return false
  }
}
