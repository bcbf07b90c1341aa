import CMarkGFM

/// A node of libcmark-gfm's tree, valid only inside `CMarkDocument.withRoot`.
///
/// Swift imports the library's parser, node and iterator as the same pointer type. Only this struct stores a pointer to a node,
/// so that the pointers are not confused.
@safe struct CMarkNode {
  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

  var firstChild: CMarkNode? { unsafe cmark_node_first_child(pointer).map { unsafe CMarkNode($0) } }
  var next: CMarkNode? { unsafe cmark_node_next(pointer).map { unsafe CMarkNode($0) } }

  var kind: MarkupTree.Kind {
    let type = unsafe cmark_node_get_type(pointer)
    return CMarkNode.kinds[type.rawValue] ?? .text
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

  func alignment(ofColumn column: Int) -> UInt8 {
    UInt8(bitPattern: unsafe dossier_cmark_alignment(pointer, Int32(column)))
  }

  func appendLiteral(to out: inout [UInt8]) { unsafe append(cmark_node_get_literal(pointer), to: &out) }
  func appendURL(to out: inout [UInt8]) { unsafe append(cmark_node_get_url(pointer), to: &out) }
  func appendTitle(to out: inout [UInt8]) { unsafe append(cmark_node_get_title(pointer), to: &out) }
  func appendFenceInfo(to out: inout [UInt8]) { unsafe append(cmark_node_get_fence_info(pointer), to: &out) }

  private func append(_ text: UnsafePointer<CChar>?, to out: inout [UInt8]) {
    guard let start = unsafe text else { return }
    var end = unsafe start
    while unsafe end.pointee != 0 { unsafe end += 1 }
    let count = unsafe end - start
    unsafe start.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
      unsafe out.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
    }
  }

  private static let kinds: [UInt32: MarkupTree.Kind] = [
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
