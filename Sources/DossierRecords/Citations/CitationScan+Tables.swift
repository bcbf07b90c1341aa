import DossierMarkup

extension CitationScan {
  /// Reads a table row by row. The header and earlier cells give context to a cell, and a title can be in the next cell.
  mutating func table(_ index: Int) {
    var headers: [(named: FrameworkSet, isTitle: Bool)] = []
    var row = index + 1
    while row < Int(tree.nodes[index].end) {
      var column = 0
      var before = RowNames()
      var waiting: Int?
      var cell = row + 1
      while cell < Int(tree.nodes[row].end) {
        let first = found.count
        let outer = TableNames(
          column: column < headers.count ? headers[column].named : [],
          header: headers.reduce(into: []) { $0.formUnion($1.named) })
        var (names, isOnlyName, text) = block(cell, outer: outer, row: before)
        if tree.nodes[row].isMarked {
          headers.append((names, CitationScan.isTitleColumn(text.bytes)))
        } else if let id = waiting, column < headers.count, headers[column].isTitle {
          found[id].title = CitationScan.title(in: &text) ?? found[id].title
        }
        waiting = nil
        if found.count == first + 1, found[first].mention.isFirst, found[first].mention.groupEnd == text.bytes.count {
          waiting = first
        }
        if !names.isEmpty { before.nearest = names }
        before.adjacent = names
        if column == 0, isOnlyName { before.first = names }
        column += 1
        cell = Int(tree.nodes[cell].end)
      }
      row = Int(tree.nodes[row].end)
    }
  }

  private static func isTitleColumn(_ header: [UInt8]) -> Bool {
    let words = [
      "title", "name", "control", "controls", "clause", "requirement", "topic", "domain", "area", "objective", "article", "titel",
      "bezeichnung",
    ]
    let own = String(decoding: header.prefix(60), as: UTF8.self).lowercased().split { !$0.isLetter }
    return own.count <= 4 && own.contains { words.contains(String($0)) }
  }

  private static func title(in text: inout CitationText) -> Citation.Title? {
    let bytes = text.bytes
    guard (4...90).contains(bytes.count), !bytes.contains(where: { CitationText.isDigit($0) || $0 == CitationText.gap }),
      CitationText.isAlphanumeric(bytes[0])
    else { return nil }
    return Citation.Title(
      text: String(decoding: bytes, as: UTF8.self), place: .inNextCell, span: text.span(of: bytes.indices))
  }
}
