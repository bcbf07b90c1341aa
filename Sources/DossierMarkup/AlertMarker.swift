/// The kinds of alerts, as on GitHub. An alert is a block quote that begins with a line such as `[!NOTE]`.
package enum Alert: Int32, Sendable, CaseIterable {
  case note = 1, tip, important, warning, caution
}

/// The marker of an alert at the start of a block quote.
struct AlertMarker {
  let kind: Alert
  /// Whether the first paragraph contains only the marker.
  let isWholeParagraph: Bool
  /// The index of the node after the marker.
  let next: Int

  /// Finds the marker of the block quote `i`. As on GitHub, a quote that contains only the marker is an ordinary quote.
  static func find(in nodes: [MarkupTree.Node], _ text: [UInt8], quote i: Int) -> AlertMarker? {
    let end = Int(nodes[i].end)
    guard i + 2 < end, nodes[i + 1].kind == .paragraph, nodes[i + 2].kind == .text else { return nil }
    let literal = nodes[i + 2].literal
    guard literal.count <= 16 else { return nil }
    let words = String(decoding: text[Int(literal.start)..<Int(literal.start + literal.count)], as: UTF8.self).uppercased()
    guard let kind = Alert.allCases.first(where: { "[!\($0)]".uppercased() == words.trimmed }) else { return nil }
    let paragraphEnd = Int(nodes[i + 1].end)
    if i + 3 == paragraphEnd {
      return paragraphEnd < end ? AlertMarker(kind: kind, isWholeParagraph: true, next: paragraphEnd) : nil
    }
    guard nodes[i + 3].kind == .softBreak || nodes[i + 3].kind == .lineBreak else { return nil }
    return AlertMarker(kind: kind, isWholeParagraph: false, next: i + 4)
  }
}

extension String {
  fileprivate var trimmed: Substring {
    var text = self[...]
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }
}
