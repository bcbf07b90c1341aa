import DossierMarkup
import DossierText
import Testing

/// A text in which `⟦` and `⟧` enclose the expected spans.
struct Marked: CustomTestStringConvertible {
  let text: String
  let bytes: [UInt8]
  let spans: [Span]

  init(_ marked: String) {
    text = marked
    var bytes: [UInt8] = []
    var open: [Int] = []
    var spans: [Span] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": open.append(bytes.count)
      case "⟧": spans.append(Span(open.popLast() ?? bytes.count, bytes.count))
      default: bytes += String(scalar).utf8
      }
    }
    self.bytes = bytes
    self.spans = spans.sorted()
  }

  func file(_ name: String) -> SourceFile { SourceFile(path: SourcePath(parts: [name]), bytes: bytes) }

  var testDescription: String { text.debugDescription }
}

extension Diagnostic {
  /// `rule@12-15`, for comparing.
  var brief: String { "\(rule)@\(primary.span.lower)-\(primary.span.upper)" }
}

extension Span {
  var brief: String { "\(lower)-\(upper)" }
}

/// Parses a Markdown text that is a whole file.
func markdown(_ bytes: [UInt8]) -> Diagnosed<MarkupTree> {
  let file = SourceFile(path: SourcePath(parts: ["a.md"]), bytes: bytes)
  return MarkupParser.parse(bytes, in: file, map: SourceMap(verbatim: bytes, at: 0))
}

func markdown(_ text: String) -> MarkupTree { markdown(Array(text.utf8)).value }

extension MarkupTree {
  func first(_ kind: Kind) -> Node? { nodes.first { $0.kind == kind } }

  /// The tree as nested words, for comparing: `paragraph(text"a" emphasis(text"b"))`.
  var outline: String {
    var out = ""
    var ends: [Int32] = []
    for (i, node) in nodes.enumerated() {
      while let end = ends.last, Int32(i) >= end {
        out += ")"
        ends.removeLast()
      }
      if !out.isEmpty, out.utf8.last != UInt8(ascii: "(") { out += " " }
      out += node.element.map { "\($0.name)" } ?? "\(node.kind)"
      if !node.literal.isEmpty { out += string(node.literal).debugDescription }
      if !node.target.isEmpty { out += "→" + string(node.target).debugDescription }
      if node.end > Int32(i) + 1 {
        out += "("
        ends.append(node.end)
      }
    }
    return out + String(repeating: ")", count: ends.count)
  }
}

extension YAMLNode {
  /// The value as flow YAML with every text quoted, for comparison.
  var flow: String {
    switch content {
    case .scalar(let text, _): text.debugDescription
    case .sequence(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
    case .mapping(let members): "{" + members.map { "\($0.key): \($0.value.flow)" }.joined(separator: ", ") + "}"
    }
  }

  /// All scalars with their spans, in order, including keys.
  var places: [(String, Span)] {
    switch content {
    case .scalar(let text, _): [(text, span)]
    case .sequence(let items): items.flatMap(\.places)
    case .mapping(let members): members.flatMap { [($0.key, $0.keySpan)] + $0.value.places }
    }
  }
}

func yaml(_ bytes: [UInt8], nodes: Int = 10_000) -> Diagnosed<YAMLNode?> {
  YAMLParser.parse(SourceFile(path: SourcePath(parts: ["a.yaml"]), bytes: bytes), Span(0, bytes.count), nodes: nodes)
}
