package import DossierMarkup
package import DossierText

/// A short text that remembers where it was written, for what can be judged only when other files are known.
package struct Located: FieldValue {
  package let text: String
  package let span: Span

  package static var shape: ValueShape { .text }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> Located? {
    decoding.scalar(node, shape).map { Located(text: $0, span: node.span) }
  }

  package var content: FieldContent? { .text(text) }
}
