package import DossierText

extension RuleID {
  package static let markdownLimit = RuleID("markdown-limit")
}

/// Parses Markdown into a `MarkupTree`.
package enum MarkupParser {
  /// Parses `text`. `map` gives the position of each line in `source`.
  ///
  /// A block that exceeds a limit becomes a code block with its source, so that readers still see the content. A diagnostic
  /// reports the limit.
  package static func parse(_ text: [UInt8], in source: SourceFile, map: SourceMap) -> Diagnosed<MarkupTree> {
    guard var reader = BlockReader(text), reader.read() else { return tooMuch(text, source, map) }
    let lines = SourceMap(lineStarts: reader.fed.map { UInt32(map.offset(line: Int($0) + 1, column: 1)) }, extent: map.extent)
    let index = reader.lines
    let refused = reader.refusals.map { refusal in
      let last = index.content(of: refusal.lines.upperBound, in: text)
      let first = Int(index.starts[refusal.lines.lowerBound]) + refusal.column
      let source = text[min(first, last.endIndex)..<last.endIndex]
      let start = map.offset(line: refusal.lines.lowerBound + 1, column: refusal.column + 1)
      let end = map.offset(line: refusal.lines.upperBound + 1, column: last.count + 1)
      return RefusedBlock(span: Span(start, max(start, end)), source: source)
    }
    var conversion = reader.withRoot { root in
      var conversion = MarkupConversion(
        text, source: source.bytes, map: map, lines: lines, fed: reader.fed, refused: refused, nodes: reader.nodes)
      conversion.convert(root)
      return conversion
    }
    let blocks = conversion.formulaBlocks
    let first = conversion.finish()
    let result = withFormulas(text, blocks, first.tree, reader, source, map, lines, refused) ?? first
    var labels = SuggestionIndex(result.labels)
    let problems = result.problems.map { $0.diagnostic(in: source, &labels) }
    return Diagnosed(
      HTMLReading.read(result.tree, source: source.bytes),
      diagnostics(zip(reader.refusals, refused).map { ($0.reason, $1.span) }, source) + problems)
  }

  /// Parses a text with formulas again, with fillers instead of the formulas. Nil if the text has no formulas, or if the fillers
  /// change which blocks are refused.
  private static func withFormulas(
    _ text: [UInt8], _ blocks: [FormulaScan.Block], _ first: MarkupTree, _ read: borrowing BlockReader, _ source: SourceFile,
    _ map: SourceMap, _ lines: SourceMap, _ refused: [RefusedBlock]
  ) -> MarkupConversion.Result? {
    guard text.contains(UInt8(ascii: "$")) else { return nil }
    let formulas = FormulaScan.pieces(of: text, in: blocks)
    guard !formulas.isEmpty, var reader = BlockReader(FormulaScan.masked(text, formulas)), reader.read(), reader.fed == read.fed
    else { return nil }
    return reader.withRoot { root in
      var conversion = MarkupConversion(
        text, source: source.bytes, map: map, lines: lines, fed: reader.fed, refused: refused, nodes: reader.nodes,
        formulas: formulas, before: first.text)
      conversion.convert(root)
      return conversion.formulasAreWhole ? conversion.finish(written: first.nodes) : nil
    }
  }

  private static func diagnostics(_ refused: [(reason: Refusal.Reason, span: Span)], _ source: SourceFile) -> [Diagnostic] {
    let others = refused.count - MarkupLimits.diagnostics
    return refused.prefix(MarkupLimits.diagnostics).enumerated().map { i, block in
      let more = others > 0 && i == MarkupLimits.diagnostics - 1 ? "; \(others) more blocks are shown as source" : ""
      return Diagnostic(
        .markdownLimit, .error, "this block \(block.reason.description)\(more)",
        at: .init(source.path, block.span, "shown as source"), help: block.reason.help)
    }
  }

  private static func tooMuch(_ text: [UInt8], _ source: SourceFile, _ map: SourceMap) -> Diagnosed<MarkupTree> {
    var code = MarkupTree.Node(kind: .codeBlock, span: map.extent, end: 2)
    code.literal = MarkupTree.Slice(text.indices)
    let document = MarkupTree.Node(kind: .document, span: map.extent, end: 2)
    let diagnostic = Diagnostic(
      .markdownLimit, .error, "this Markdown needs more than \(CMarkDocument.memoryBudget >> 20) MB to parse",
      at: .init(source.path, Span(0, 0)), help: "divide the text; until then its source is shown as one code block")
    return Diagnosed(MarkupTree(nodes: [document, code], text: text), [diagnostic])
  }
}

/// The source of a block that is not parsed.
struct RefusedBlock {
  let span: Span
  let source: ArraySlice<UInt8>
}
