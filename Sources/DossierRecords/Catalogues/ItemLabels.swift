/// Finds catalogue items by label or id, ignoring case and spaces: `AC-2 (1)` equals `AC-2(1)`.
struct ItemLabels: Sendable {
  /// For each key of a label or id, the position of the item. Nil if the key belongs to several items.
  private let positions: [String: Int?]

  init(_ items: [Catalogue.Item]) {
    var positions: [String: Int?] = [:]
    for (i, item) in items.enumerated() {
      for text in [item.id] + item.labels {
        let key = ItemLabels.key(text)
        if let known = positions[key] {
          if known != i { positions[key] = .some(nil) }
        } else {
          positions[key] = .some(i)
        }
      }
    }
    self.positions = positions
  }

  func position(of text: String) -> Int? { positions[ItemLabels.key(text)] ?? nil }

  static func key(_ text: String) -> String {
    String(decoding: text.lowercased().utf8.filter { $0 != 0x20 }, as: UTF8.self)
  }
}
