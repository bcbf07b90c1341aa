/// The HTML elements that authors may use in Markdown. The site shows all other elements as text.
///
/// No element of this list can load or run anything, except `img`, which follows the rules of Markdown images.
package enum HTMLElement: UInt8, Sendable, Hashable, CaseIterable {
  case a, img, br, wbr, hr
  case sub, sup, kbd, b, strong, i, em, s, strike, del, ins, u, code, samp, tt, small, mark, span
  case p, div, center, details, summary, blockquote, pre, h1, h2, h3, h4, h5, h6
  case ul, ol, li, dl, dt, dd
  case table, caption, colgroup, col, thead, tbody, tfoot, tr, th, td
  case picture, source

  /// The name of the tag.
  package var name: String { HTMLElement.names[Int(rawValue)] }

  init?(_ name: ArraySlice<UInt8>) {
    let isShort = name.count <= 10
    guard isShort, let element = HTMLElement.byName[String(decoding: name, as: UTF8.self).lowercased()] else { return nil }
    self = element
  }

  private static let names = allCases.map { String(describing: $0) }
  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  // MARK: Content models

  /// Whether the element has a start tag only.
  var isVoid: Bool {
    switch self {
    case .img, .br, .wbr, .hr, .col, .source: true
    default: false
    }
  }

  /// Whether the element may be part of a sentence.
  var isPhrasing: Bool {
    switch self {
    case .a, .img, .br, .wbr, .sub, .sup, .kbd, .b, .strong, .i, .em, .s, .strike, .del, .ins, .u, .code, .samp, .tt, .small,
      .mark,
      .span, .picture, .source:
      true
    default: false
    }
  }

  /// Whether the element may contain no block.
  var holdsPhrasing: Bool {
    switch self {
    case .p, .pre, .h1, .h2, .h3, .h4, .h5, .h6: true
    default: isPhrasing
    }
  }

  /// Whether the element contains only certain elements, so that text directly inside the element is an error.
  var isFrame: Bool {
    switch self {
    case .table, .colgroup, .thead, .tbody, .tfoot, .tr, .ul, .ol, .dl: true
    default: false
    }
  }

  /// Whether the element may be directly inside `parent`. Nil means no element of the list.
  func fits(in parent: HTMLElement?) -> Bool {
    switch self {
    case .caption, .colgroup, .thead, .tbody, .tfoot: parent == .table
    case .col: parent == .table || parent == .colgroup
    case .tr: parent == .table || parent == .thead || parent == .tbody || parent == .tfoot
    case .td, .th: parent == .tr
    case .li: parent == .ul || parent == .ol
    case .dt, .dd: parent == .dl
    case .summary: parent == .details
    case .source: parent == .picture
    default: parent?.isFrame != true
    }
  }

  /// Whether the element is an error outside a certain parent.
  var needsParent: Bool { !fits(in: nil) }

  /// Whether authors may leave out the end tag.
  var endIsOptional: Bool {
    switch self {
    case .p, .li, .dt, .dd, .colgroup, .thead, .tbody, .tfoot, .tr, .th, .td: true
    default: false
    }
  }

  /// Whether the start of `next` directly inside this element is the end of this element.
  func ends(before next: HTMLElement) -> Bool {
    switch self {
    case .p: !next.isPhrasing
    case .li: next == .li
    case .dt, .dd: next == .dt || next == .dd
    case .td, .th: next == .td || next == .th || HTMLElement.tr.ends(before: next)
    case .tr: next == .tr || HTMLElement.tbody.ends(before: next)
    case .thead, .tbody, .tfoot: next == .tbody || next == .thead || next == .tfoot
    case .colgroup: next != .col
    default: false
    }
  }
}
