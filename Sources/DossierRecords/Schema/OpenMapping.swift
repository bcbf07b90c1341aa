package import DossierMarkup
import DossierText

/// A mapping that accepts any keys. The values stay YAML nodes.
package struct OpenMapping: FieldValue {
  package let members: [YAMLNode.Member]

  package static var shape: ValueShape { .mapping([]) }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> OpenMapping? {
    guard let members = node.members else {
      if decoding.scalar(node, shape) != nil || node.text == nil { decoding.wrongType(node, shape) }
      return nil
    }
    return OpenMapping(members: members)
  }

  package var content: FieldContent? { .mapping(members.map { .init(name: $0.key, content: FieldContent(written: $0.value)) }) }

  /// The members, each with this mapping. If the key of a member is unknown, the diagnostic needs the whole mapping.
  var pairs: [(YAMLNode.Member, OpenMapping)] { members.map { ($0, self) } }

  /// The mapping as a YAML node. The span of the node has no meaning.
  var node: YAMLNode { YAMLNode(span: .start, content: .mapping(members)) }

  package subscript(key: String) -> YAMLNode? { members.first { $0.key == key }?.value }
}

extension FieldContent {
  /// The content of a value that has no schema. Every scalar becomes a text.
  init(written node: YAMLNode) {
    switch node.content {
    case .scalar(let text, _): self = .text(text)
    case .sequence(let items): self = .list(items.map(FieldContent.init(written:)))
    case .mapping(let members): self = .mapping(members.map { .init(name: $0.key, content: .init(written: $0.value)) })
    }
  }
}
