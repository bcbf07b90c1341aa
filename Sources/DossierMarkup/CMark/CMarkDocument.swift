import CMarkGFM
import Synchronization

/// A document parsed by libcmark-gfm. This struct owns the memory of the document, and frees the memory at the end of its own
/// lifetime.
@safe struct CMarkDocument: ~Copyable {
  private let pointer: OpaquePointer

  /// The maximum memory in bytes that the library may use for one text. With this limit, library and tree together use at most
  /// 256 MB. The limits of `MarkupLimits` keep the memory use of ordinary texts far below this limit.
  static let memoryBudget = 128 << 20

  /// Returns nil if the text needs more memory than the budget.
  init?(parsing bytes: [UInt8]) {
    CMarkLibrary.prepare()
    // On every parse, the strikethrough extension writes the entry for the tilde in a process-wide character table. A text
    // without a tilde never reads that entry. So only texts with a tilde need the lock.
    let strikethrough = bytes.contains(UInt8(ascii: "~"))
    let parsed =
      unsafe strikethrough
      ? CMarkLibrary.strikethrough.withLock { _ in unsafe CMarkDocument.parse(bytes, strikethrough: true) }
      : CMarkDocument.parse(bytes, strikethrough: false)
    guard let parsed = unsafe parsed else { return nil }
    unsafe pointer = parsed
  }

  deinit { unsafe dossier_cmark_free(pointer) }

  /// Calls `body` with the root of the tree. The root is valid only during the call.
  borrowing func withRoot<Result>(_ body: (CMarkNode) -> Result) -> Result {
    unsafe dossier_cmark_use(pointer)
    return body(unsafe CMarkNode(dossier_cmark_root(pointer)))
  }

  private static func parse(_ bytes: [UInt8], strikethrough: Bool) -> OpaquePointer? {
    unsafe bytes.withUnsafeBytes { buffer in
      let start = unsafe buffer.bindMemory(to: CChar.self)
      guard let base = start.baseAddress else {
        return unsafe "".withCString { unsafe dossier_cmark_parse($0, 0, memoryBudget, strikethrough) }
      }
      return unsafe dossier_cmark_parse(base, start.count, memoryBudget, strikethrough)
    }
  }
}

/// The process-wide state of libcmark-gfm.
enum CMarkLibrary {
  /// The lock for parsing texts with strikethrough.
  static let strikethrough = Mutex(())

  private static let registered: Void = dossier_cmark_register()

  /// Registers the extensions on the first call.
  static func prepare() { _ = registered }
}
