import DossierMarkup
import DossierText

extension Decoding {
  /// Decodes the items of a list and returns the items that could be decoded. Returns nil if the value is not a list.
  ///
  /// Reports each problem.
  mutating func items<Item>(
    of node: YAMLNode, _ element: @autoclosure () -> ValueShape, _ read: (YAMLNode, inout Decoding) -> Item?
  ) -> [Item]? {
    guard case .sequence(let nodes) = node.content else {
      let element = element()
      wrongType(node, .list(element), meant: node.asOnlyItem(of: element))
      return nil
    }
    var result: [Item] = []
    var kept: [Int] = []
    for (i, node) in nodes.enumerated() {
      enter("[\(i)]")
      if node.isNull {
        report(.emptyValue, "\(place) is empty", node.span, help: "write a value after the dash, or remove the line")
      } else if let value = read(node, &self) {
        result.append(value)
        kept.append(i)
      }
      leave()
    }
    lastList = .init(kept: kept, count: nodes.count)
    return result
  }
}

extension YAMLNode {
  /// A single plain value as a list with one item: `[value]`. If a list is required but the source has a single value, the fix
  /// inserts this text.
  ///
  /// Nil if YAML would read the text in brackets as something other than this one item.
  fileprivate func asOnlyItem(of element: ValueShape) -> String? {
    guard case .scalar(let text, .plain) = content, !isNull, span.count == text.utf8.count else { return nil }
    if case .mapping = element { return nil }
    return text.utf8.contains { byte in ",:;[]{}#".utf8.contains(byte) } ? nil : "[\(text)]"
  }
}
