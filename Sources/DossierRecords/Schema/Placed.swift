package import DossierMarkup
package import DossierText

/// A value with its span. A check that compares several values uses the span for its diagnostic.
package struct Placed<Value: FieldValue>: FieldValue {
  package let value: Value
  package let span: Span

  package static var shape: ValueShape { Value.shape }
  package static var absent: Placed? { nil }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> Placed? {
    Value.decode(node, &decoding).map { Placed(value: $0, span: node.span) }
  }

  package var content: FieldContent? { value.content }
}
