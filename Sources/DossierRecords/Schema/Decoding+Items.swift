import DossierMarkup
import DossierText

extension Decoding {
  /// The items of a list that could be decoded. Nil if the value is not a list. Problems have been reported.
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
  /// The value in brackets, for a single plain value in place of a list. Nil if brackets would divide it.
  fileprivate func asOnlyItem(of element: ValueShape) -> String? {
    guard case .scalar(let text, .plain) = content, !isNull, span.count == text.utf8.count else { return nil }
    if case .mapping = element { return nil }
    return text.utf8.contains { byte in ",:;[]{}#".utf8.contains(byte) } ? nil : "[\(text)]"
  }
}
