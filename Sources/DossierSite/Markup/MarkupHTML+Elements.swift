import DossierMarkup

/// HTML elements that the author wrote, and alerts. Attributes are written from checked values only, never from the text.
extension MarkupHTML {
  mutating func element(_ node: MarkupTree.Node) {
    guard let element = node.element else { return }
    switch element {
    case .table:
      tables += 1
      block("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"")
      Escape.appendAttribute(MarkupWords.table(tables, of: style.textName), to: &out)
      put("\"><table>\n")
    case .td, .th:
      let spans = MarkupTree.parts(node.number)
      put("<\(element.name)")
      if spans.first > 1 { put(" colspan=\"\(spans.first)\"") }
      if spans.second > 1 { put(" rowspan=\"\(spans.second)\"") }
      put("\(alignment(node))\(direction)>")
    case .details: block(node.isMarked ? "<details open=\"\">\n" : "<details>\n")
    case .pre: block("<pre tabindex=\"0\">")
    case .ol where node.number != 1: block("<ol start=\"\(node.number)\"\(direction)>\n")
    case .ol, .ul, .dl, .summary, .li, .dt, .dd, .caption: block("<\(element.name)\(direction)>")
    case .div: block("<div\(alignment(node))\(direction)>\n")
    case .blockquote: block("<blockquote\(direction)>\n")
    case .thead, .tbody, .tfoot, .tr: block("<\(element.name)>\n")
    default: put("<\(element.name)>")
    }
  }

  mutating func endElement(_ node: MarkupTree.Node) {
    guard let element = node.element else { return }
    switch element {
    case .table: block("</table></div>\n")
    case .details, .div, .blockquote, .ol, .ul, .dl, .thead, .tbody, .tfoot: block("</\(element.name)>\n")
    case .summary, .li, .dt, .dd, .caption, .pre, .tr: put("</\(element.name)>\n")
    default: put("</\(element.name)>")
    }
  }

  /// The class of an aligned block. The class is used because an HTML validator rejects the obsolete attribute `align`.
  func alignment(_ node: MarkupTree.Node) -> String {
    switch node.alignment {
    case UInt8(ascii: "l"): " class=\"left\""
    case UInt8(ascii: "c"): " class=\"center\""
    case UInt8(ascii: "r"): " class=\"right\""
    default: ""
    }
  }

  mutating func quote(_ node: MarkupTree.Node) {
    guard let alert = Alert(rawValue: node.number) else { return block("<blockquote\(direction)>\n") }
    block(
      "<div class=\"alert alert-\(alert)\" role=\"note\"\(direction)>\n<p class=\"alert-title\">\(MarkupWords.title(of: alert))</p>\n"
    )
  }
}

extension MarkupTree {
  /// Whether the text contains a letter of a script that is written from right to left (Hebrew, Arabic and others, U+0590 to
  /// U+08FF, and the forms of their letters).
  var hasRightToLeft: Bool {
    for (i, byte) in text.enumerated() where byte >= 0xD6 {
      let next = i + 1 < text.count ? text[i + 1] : 0
      switch byte {
      case 0xD6: if next >= 0x90 { return true }
      case 0xD7...0xDF: return true
      case 0xE0: if (0xA0...0xA3).contains(next) { return true }
      case 0xEF: if (0xAC...0xB7).contains(next) || (0xB9...0xBB).contains(next), isLetterForm(i) { return true }
      case 0xF0: if next == 0x90, i + 2 < text.count, text[i + 2] >= 0xA0 { return true }
      default: break
      }
    }
    return false
  }

  /// Whether the character is in U+FB1D to U+FDFF or U+FE70 to U+FEFE. The byte-order mark U+FEFF is not a letter.
  private func isLetterForm(_ i: Int) -> Bool {
    let bytes = text[i..<min(i + 3, text.count)]
    guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else { return false }
    return (0xFB1D...0xFDFF).contains(scalar.value) || (0xFE70...0xFEFE).contains(scalar.value)
  }
}
