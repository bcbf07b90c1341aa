import CMarkGFM
import Synchronization

/// A document that libcmark-gfm parses: first the blocks, line by line, then the inline markup. This struct owns the memory of the
/// document, and frees the memory at the end of its own lifetime.
///
/// A function that returns false needs more memory than the budget. The document must not be used after that.
@safe struct CMarkDocument: ~Copyable {
  private let pointer: OpaquePointer
  private let hasStrikethrough: Bool

  /// The maximum memory in bytes that the library may use for one text. It is a last resort: `MarkupCost` ends before.
  static let memoryBudget = 176 << 20

  init?(strikethrough: Bool) {
    CMarkLibrary.prepare()
    guard let made = unsafe dossier_cmark_new(CMarkDocument.memoryBudget, strikethrough) else { return nil }
    unsafe pointer = made
    hasStrikethrough = strikethrough
  }

  deinit { unsafe dossier_cmark_free(pointer) }

  /// Parses the blocks of one line with its line ending.
  mutating func feed(_ line: ArraySlice<UInt8>) -> Bool {
    unsafe line.withUnsafeBytes { buffer in
      let start = unsafe buffer.bindMemory(to: CChar.self)
      guard let base = start.baseAddress else { return true }
      return unsafe dossier_cmark_feed(pointer, base, start.count)
    }
  }

  var state: CMarkState { unsafe CMarkState(dossier_cmark_get_state(pointer)) }

  /// The last block at the top level.
  var lastBlock: CMarkNode? { unsafe dossier_cmark_last_block(pointer).map { unsafe CMarkNode($0) } }

  /// The link definitions of the blocks that were read.
  var definitions: CMarkDefinitions { unsafe CMarkDefinitions(pointer) }

  /// Removes the content of a closed block.
  func clear(_ node: CMarkNode) { unsafe node.clear(in: pointer) }

  /// Ends a paragraph at the end of the text, so that `definitions` contains its link definitions.
  mutating func endParagraph() -> Bool { unsafe dossier_cmark_end_paragraph(pointer) }

  /// Parses the inline markup and the footnotes.
  mutating func finish() -> Bool {
    // The strikethrough extension writes the entry for the tilde in a process-wide character table. A text without a tilde never
    // reads that entry. So only texts with a tilde need the lock.
    hasStrikethrough
      ? CMarkLibrary.strikethrough.withLock { _ in unsafe dossier_cmark_finish(pointer) } : unsafe dossier_cmark_finish(pointer)
  }

  /// How many nodes the tree has.
  var nodes: Int { unsafe dossier_cmark_count(pointer) }

  /// Calls `body` with the root of the tree. The root is valid only during the call.
  borrowing func withRoot<Result>(_ body: (CMarkNode) -> Result) -> Result {
    body(unsafe CMarkNode(dossier_cmark_root(pointer)))
  }
}

/// The link definitions of a document, valid as long as the document.
@safe struct CMarkDefinitions {
  private let document: OpaquePointer

  init(_ document: OpaquePointer) { unsafe self.document = document }

  /// The bytes of the address and title that a reference link with this label repeats. 0 if there is no such definition.
  func bytes(for label: ArraySlice<UInt8>) -> Int {
    unsafe label.withUnsafeBytes { buffer in
      let start = unsafe buffer.bindMemory(to: CChar.self)
      guard let base = start.baseAddress else { return 0 }
      return Int(clamping: min(unsafe dossier_cmark_definition_size(document, base, start.count), 1 << 32))
    }
  }
}

/// The blocks that are open between two lines.
@safe struct CMarkState {
  /// The bytes that the document uses.
  let memory: Int
  /// How many blocks are open.
  let depth: Int
  /// How many quotations, list items and footnote definitions are open.
  let nesting: Int
  /// The columns of the open table, or 0.
  let columns: Int
  /// Whether the next line certainly belongs to fenced code or HTML at the top level.
  let isCode: Bool
  /// Whether the innermost open block is code or HTML.
  let endsInCode: Bool
  let paragraphLines: Int
  let paragraph: CMarkNode?
  /// The open block at the top level.
  let top: CMarkNode?

  init(_ state: dossier_cmark_state) {
    memory = unsafe state.memory
    depth = Int(unsafe state.depth)
    nesting = Int(unsafe state.nesting)
    columns = Int(unsafe state.columns)
    isCode = unsafe state.top_is_code
    endsInCode = unsafe state.leaf_is_code
    paragraphLines = Int(unsafe state.paragraph_lines)
    paragraph = unsafe state.paragraph.map { unsafe CMarkNode($0) }
    top = unsafe state.top.map { unsafe CMarkNode($0) }
  }

}

/// The process-wide state of libcmark-gfm.
enum CMarkLibrary {
  /// The lock for parsing the inline markup of texts with strikethrough.
  static let strikethrough = Mutex(())

  private static let registered: Void = dossier_cmark_register()

  /// Registers the extensions on the first call.
  static func prepare() { _ = registered }
}
