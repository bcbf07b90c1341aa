import DossierText
import Yams

/// Copies Yams' nodes into `YAMLNode`s with byte spans, and reports unsupported YAML features.
struct YAMLConversion {
  private let source: SourceFile
  private let places: YAMLPlaces
  private let limit: Int
  /// The offsets of the duplicate keys. The parser renamed these keys, because Yams rejects duplicate keys. These keys and their
  /// values are left out of the result.
  private let skipped: Set<UInt32>
  private var count = 0
  /// Whether a limit was exceeded. If so, the caller must not use the result.
  private(set) var isOverLimit = false
  private(set) var diagnostics: [Diagnostic] = []

  init(source: SourceFile, places: YAMLPlaces, limit: Int, skipped: Set<UInt32>) {
    self.source = source
    self.places = places
    self.limit = limit
    self.skipped = skipped
  }

  mutating func convert(_ node: Yams.Node, depth: Int) -> YAMLNode? {
    guard !isOverLimit else { return nil }
    count += 1
    let start = places.offset(node.mark)
    if count > limit || depth > YAMLParser.maximumDepth {
      let what = count > limit ? "more than \(limit) values" : "values nested deeper than \(YAMLParser.maximumDepth)"
      report(
        .yamlLimit, "this YAML has \(what)", Span(start, start + 1),
        count > limit ? "divide it into several files" : "write it with fewer levels")
      isOverLimit = true
      return nil
    }
    switch places.byte(at: start) {
    case UInt8(ascii: "!"):
      report(
        .yamlTag, "YAML tags (`!…`) are not supported", Span(start, start + 1),
        "remove the tag; the record kind defines the type of each field"
      )
      return nil
    case UInt8(ascii: "&"):
      report(
        .yamlAlias, "YAML anchors and aliases are not supported", Span(start, start + 1),
        "write the full value wherever it is needed")
      return nil
    default: break
    }
    switch node {
    case .scalar(let scalar): return convert(scalar, node.mark)
    case .sequence(let sequence):
      var items: [YAMLNode] = []
      for item in sequence { if let value = convert(item, depth: depth + 1) { items.append(value) } }
      return YAMLNode(span: extent(start, items.last?.span, close: UInt8(ascii: "]")), content: .sequence(items))
    case .mapping(let mapping): return convert(mapping, start, depth)
    default: return nil
    }
  }

  private mutating func convert(_ scalar: Yams.Node.Scalar, _ mark: Mark?) -> YAMLNode {
    let style: YAMLNode.Style
    switch scalar.style {
    case .literal: style = .literal
    case .folded: style = .folded
    case .singleQuoted, .doubleQuoted: style = .quoted
    default: style = .plain
    }
    let span = places.scalar(mark, scalar.string, style)
    let isBlock = style == .literal || style == .folded
    let hidden = scalar.string.unicodeScalars.first {
      TerminalText.isHidden($0) && !($0 == "\n" && (isBlock || style == .quoted)) && $0 != "\t"
    }
    if let hidden {
      report(
        .controlCharacter, "this value contains the invisible character \(TerminalText.visible(String(hidden)))", span,
        "remove it")
      let visible = TerminalText.visible(scalar.string)
      return YAMLNode(span: span, content: .scalar(visible, style))
    }
    return YAMLNode(span: span, content: .scalar(scalar.string, style))
  }

  private mutating func convert(_ mapping: Yams.Node.Mapping, _ start: Int, _ depth: Int) -> YAMLNode {
    var members: [YAMLNode.Member] = []
    for (key, value) in mapping {
      let keyStart = places.offset(key.mark)
      guard case .scalar(let scalar) = key else {
        report(
          .yamlKey, "a key must be a plain word", Span(keyStart, keyStart + 1),
          "write a plain word before the colon; if a value begins with a bracket, put the whole value in double quotes")
        continue
      }
      let style: YAMLNode.Style = scalar.style == .plain || scalar.style == .any ? .plain : .quoted
      let span = places.scalar(key.mark, scalar.string, style)
      if skipped.contains(UInt32(clamping: Int(span.lower) - places.base)) { continue }
      if scalar.string == "<<" {
        report(.yamlAlias, "YAML merge keys (`<<`) are not supported", span, "copy the merged fields into this mapping")
        continue
      }
      guard let converted = convert(value, depth: depth + 1) else { continue }
      members.append(YAMLNode.Member(key: scalar.string, keySpan: span, value: converted))
    }
    return YAMLNode(span: extent(start, members.last?.value.span, close: UInt8(ascii: "}")), content: .mapping(members))
  }

  /// The span from the start of a collection to the end of its last value, including the closing bracket if there is one.
  private func extent(_ start: Int, _ last: Span?, close: UInt8) -> Span {
    var end = max(start + 1, Int(last?.upper ?? 0))
    if places.byte(at: start) == UInt8(ascii: "[") || places.byte(at: start) == UInt8(ascii: "{") {
      while let byte = places.byte(at: end), byte != close {
        end += 1
        // Skip a comment, because a comment can contain a bracket.
        if byte == UInt8(ascii: "#") { while let next = places.byte(at: end), next != 0x0A { end += 1 } }
      }
      if places.byte(at: end) == close { end += 1 }
    }
    return Span(start, end)
  }

  private mutating func report(_ rule: RuleID, _ headline: String, _ span: Span, _ help: String) {
    diagnostics.append(Diagnostic(rule, .error, headline, at: .init(source.path, span), help: help))
  }
}
