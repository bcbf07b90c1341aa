package import DossierMarkup

/// A field value that refers to a record of one kind: the id as it is in the source.
///
/// `Resolver` checks later whether the record exists.
package struct Reference<Target: Record>: FieldValue {
  package let id: String

  package init(id: String) { self.id = id }

  package static var shape: ValueShape { .record([Target.name]) }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> Reference? {
    decoding.recordID(node, shape, kinds: [Target.name]).map(Reference.init)
  }

  package var content: FieldContent? { .record(id) }
}

/// The id of a record of any kind.
package struct AnyReference: FieldValue {
  package let id: String

  package static var shape: ValueShape { .record([]) }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> AnyReference? {
    decoding.recordID(node, shape, kinds: []).map(AnyReference.init)
  }

  package var content: FieldContent? { .record(id) }
}

/// A reference to a control, clause or article, as text: `A.6.2.4` in the default catalogue, or `eu-ai-act:Art. 14`.
package struct ItemReference: FieldValue {
  package let text: String

  package static var shape: ValueShape { .item }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> ItemReference? {
    guard let text = decoding.scalar(node, shape) else { return nil }
    decoding.refer(to: text, .item, node.span)
    return ItemReference(text: text)
  }

  package var content: FieldContent? { .item(text) }
}
