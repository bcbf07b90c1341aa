package import DossierMarkup
package import DossierText

/// One value or a list of values of the same type. Both are stored as an array.
package struct OneOrMany<Element: FieldValue>: FieldValue {
  package let items: [Element]

  package static var shape: ValueShape { .list(Element.shape) }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> OneOrMany? {
    if case .sequence = node.content { return [Element].decode(node, &decoding).map(OneOrMany.init) }
    return Element.decode(node, &decoding).map { OneOrMany(items: [$0]) }
  }

  package var content: FieldContent? { items.content }
}

extension PathPattern: FieldValue {
  package static var shape: ValueShape { .text }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> PathPattern? {
    decoding.parsed(
      node, shape, .wrongType, "write a path below the folder of `dossier.yaml`; `*` and `**` match any names",
      PathPattern.init)
  }

  package var content: FieldContent? { .text(description) }
}
