import CMarkGFM

/// A node of libcmark-gfm's tree, valid only inside `CMarkDocument.withRoot`.
///
/// Swift imports the library's parser, node and iterator as the same pointer type. Only this struct stores a pointer to a node,
/// so that the pointers are not confused.
@safe struct CMarkNode {
  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

  var parent: CMarkNode? { unsafe cmark_node_parent(pointer).map { unsafe CMarkNode($0) } }
  var firstChild: CMarkNode? { unsafe cmark_node_first_child(pointer).map { unsafe CMarkNode($0) } }
  var previous: CMarkNode? { unsafe cmark_node_previous(pointer).map { unsafe CMarkNode($0) } }
  var next: CMarkNode? { unsafe cmark_node_next(pointer).map { unsafe CMarkNode($0) } }

  /// The next node in document order. Without `entering`, the descendants of this node are left out.
  func following(entering: Bool) -> CMarkNode? {
    if entering, let child = firstChild { return child }
    var node = self
    while true {
      if let next = node.next { return next }
      guard let parent = node.parent else { return nil }
      node = parent
    }
  }

  var kind: MarkupTree.Kind {
    let type = unsafe cmark_node_get_type(pointer)
    return CMarkNode.kinds[CMarkNode.index(type.rawValue)]
  }

  /// Lines and columns count from 1. Columns count UTF-8 bytes. The end is the position of the last byte of the node. 0 means
  /// that the library has no position.
  var startLine: Int { Int(unsafe cmark_node_get_start_line(pointer)) }
  var startColumn: Int { Int(unsafe cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(unsafe cmark_node_get_end_line(pointer)) }
  var endColumn: Int { Int(unsafe cmark_node_get_end_column(pointer)) }

  var headingLevel: Int { Int(unsafe cmark_node_get_heading_level(pointer)) }
  var listStart: Int { Int(unsafe cmark_node_get_list_start(pointer)) }
  var isOrdered: Bool { unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var isTight: Bool { unsafe cmark_node_get_list_tight(pointer) != 0 }
  var task: Int { Int(unsafe dossier_cmark_task(pointer)) }
  var isHeaderRow: Bool { unsafe cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 }

  func isSame(as other: CMarkNode) -> Bool { unsafe pointer == other.pointer }

  /// A number that this program stores in the node. 0 at first.
  var mark: Int { Int(unsafe dossier_cmark_mark(pointer)) }

  func setMark(_ mark: Int) { unsafe dossier_cmark_set_mark(pointer, Int32(mark)) }

  func clear(in document: OpaquePointer) { unsafe dossier_cmark_clear(document, pointer) }

  /// Whether the node contains inline markup that `CMarkDocument.finish` parses.
  var holdsInlines: Bool { unsafe dossier_cmark_holds_inlines(pointer) }

  /// The inline markup that is not yet parsed.
  var content: [UInt8] {
    var content: [UInt8] = []
    appendContent(to: &content)
    return content
  }

  /// Appends the inline markup that is not yet parsed.
  func appendContent(to out: inout [UInt8]) {
    var count = 0
    unsafe append(dossier_cmark_content(pointer, &count), count, to: &out)
  }

  func alignment(ofColumn column: Int) -> UInt8 {
    UInt8(bitPattern: unsafe dossier_cmark_alignment(pointer, Int32(column)))
  }

  func appendLiteral(to out: inout [UInt8]) { append(dossier_cmark_literal, to: &out) }
  func appendURL(to out: inout [UInt8]) { append(dossier_cmark_url, to: &out) }
  func appendTitle(to out: inout [UInt8]) { append(dossier_cmark_title, to: &out) }
  func appendFenceInfo(to out: inout [UInt8]) { append(dossier_cmark_info, to: &out) }

  private func append(_ part: dossier_cmark_part, to out: inout [UInt8]) {
    var count = 0
    unsafe append(dossier_cmark_text(pointer, part, &count), count, to: &out)
  }

  private func append(_ text: UnsafePointer<CChar>?, _ count: Int, to out: inout [UInt8]) {
    guard let start = unsafe text, count > 0 else { return }
    unsafe start.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
      unsafe out.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
    }
  }

  /// The library numbers block and inline nodes separately, each from 1.
  private static func index(_ type: UInt32) -> Int { Int(type & 0x1F) + (type & 0x4000 == 0 ? 0 : 32) }

  private static let kinds: [MarkupTree.Kind] = {
    var kinds = [MarkupTree.Kind](repeating: .text, count: 64)
    for (type, kind) in kindsOfTypes { kinds[index(type)] = kind }
    return kinds
  }()

  private static let kindsOfTypes: [UInt32: MarkupTree.Kind] = [
    CMARK_NODE_DOCUMENT.rawValue: .document,
    CMARK_NODE_BLOCK_QUOTE.rawValue: .blockQuote,
    CMARK_NODE_LIST.rawValue: .list,
    CMARK_NODE_ITEM.rawValue: .item,
    CMARK_NODE_CODE_BLOCK.rawValue: .codeBlock,
    CMARK_NODE_HTML_BLOCK.rawValue: .htmlBlock,
    CMARK_NODE_PARAGRAPH.rawValue: .paragraph,
    CMARK_NODE_HEADING.rawValue: .heading,
    CMARK_NODE_THEMATIC_BREAK.rawValue: .thematicBreak,
    CMARK_NODE_FOOTNOTE_DEFINITION.rawValue: .footnoteDefinition,
    CMARK_NODE_TEXT.rawValue: .text,
    CMARK_NODE_SOFTBREAK.rawValue: .softBreak,
    CMARK_NODE_LINEBREAK.rawValue: .lineBreak,
    CMARK_NODE_CODE.rawValue: .code,
    CMARK_NODE_HTML_INLINE.rawValue: .htmlInline,
    CMARK_NODE_EMPH.rawValue: .emphasis,
    CMARK_NODE_STRONG.rawValue: .strong,
    CMARK_NODE_LINK.rawValue: .link,
    CMARK_NODE_IMAGE.rawValue: .image,
    CMARK_NODE_FOOTNOTE_REFERENCE.rawValue: .footnoteReference,
    dossier_cmark_kind_table(): .table,
    dossier_cmark_kind_row(): .tableRow,
    dossier_cmark_kind_cell(): .tableCell,
    dossier_cmark_kind_strikethrough(): .strikethrough,
  ]
}
