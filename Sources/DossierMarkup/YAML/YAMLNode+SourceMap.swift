package import DossierText

extension YAMLNode {
  /// The position in the file of each line of this scalar's text. A parser of the text, for example for Markdown, needs these
  /// positions.
  ///
  /// The map is exact for `|` blocks and for values written unchanged on one line. Each line of a folded or escaped text is
  /// mapped to the whole value.
  package func sourceMap(in source: SourceFile, lines: LineIndex) -> SourceMap {
    guard case .scalar(let text, let style) = content else { return SourceMap(lineStarts: [], extent: span) }
    let bytes = Array(text.utf8)
    switch style {
    case .literal: return block(bytes, source, lines)
    case .plain where isVerbatim(bytes, source), .quoted where isVerbatim(bytes, source):
      return SourceMap(verbatim: bytes, at: Int(span.lower))
    default: return SourceMap(lineStarts: LineIndex(bytes).starts.map { _ in span.lower }, extent: span)
    }
  }

  private func isVerbatim(_ text: [UInt8], _ source: SourceFile) -> Bool {
    source.bytes[span.range].elementsEqual(text)
  }

  private func block(_ text: [UInt8], _ source: SourceFile, _ lines: LineIndex) -> SourceMap {
    let first = lines.line(of: Int(span.lower)) + 1
    let index = LineIndex(text)
    var indent = 0
    for line in index.starts.indices {
      let content = index.content(of: line, in: text)
      guard !content.isEmpty, first + line < lines.starts.count else { continue }
      let written = lines.content(of: first + line, in: source.bytes)
      indent = max(0, written.count - content.count)
      break
    }
    var starts: [UInt32] = []
    var end = Int(span.upper)
    for line in index.starts.indices {
      guard first + line < lines.starts.count else {
        starts.append(UInt32(end))
        continue
      }
      let written = lines.content(of: first + line, in: source.bytes)
      starts.append(UInt32(written.startIndex + min(indent, written.count)))
      end = written.endIndex
    }
    return SourceMap(lineStarts: starts, extent: Span(Int(starts.first ?? span.lower), end))
  }
}
