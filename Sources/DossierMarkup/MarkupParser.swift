package import DossierText

extension RuleID {
  package static let markdownLimit = RuleID("markdown-limit")
}

/// Parses Markdown into a `MarkupTree`.
package enum MarkupParser {
  /// Parses `text`. `map` gives the position of each line in `source`.
  ///
  /// A text that exceeds a limit becomes one code block, so that readers still see the content. A diagnostic reports the limit.
  package static func parse(_ text: [UInt8], in source: SourceFile, map: SourceMap) -> Diagnosed<MarkupTree> {
    if let excess = MarkupLimits.excess(in: text) {
      let index = LineIndex(text)
      let from = index.position(of: Int(excess.span.lower), in: text, unit: .utf8)
      let start = map.offset(line: from.line, column: from.column)
      return tooMuch(text, excess.description, Span(start, start + excess.span.count), source, map)
    }
    guard let document = CMarkDocument(parsing: text) else {
      let most = CMarkDocument.memoryBudget >> 20
      return tooMuch(text, "a text that takes more than \(most) MB to parse", Span(0, 0), source, map)
    }
    let (tree, problems, labels) = document.withRoot { root in
      var conversion = MarkupConversion(text, source: source.bytes, map: map)
      conversion.convert(root)
      return conversion.finish()
    }
    guard !problems.isEmpty else { return Diagnosed(tree) }
    var index = SuggestionIndex(labels)
    return Diagnosed(tree, problems.map { $0.diagnostic(in: source, &index) })
  }

  private static func tooMuch(
    _ text: [UInt8], _ description: String, _ span: Span, _ source: SourceFile, _ map: SourceMap
  ) -> Diagnosed<MarkupTree> {
    var code = MarkupTree.Node(kind: .codeBlock, span: map.extent, end: 2)
    code.literal = MarkupTree.Slice(text.indices)
    let document = MarkupTree.Node(kind: .document, span: map.extent, end: 2)
    let diagnostic = Diagnostic(
      .markdownLimit, .error, "this Markdown has \(description)", at: .init(source.path, span),
      help: "divide the text; until then its source is shown as one code block")
    return Diagnosed(MarkupTree(nodes: [document, code], text: text), [diagnostic])
  }
}
