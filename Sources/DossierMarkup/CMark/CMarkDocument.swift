import CMarkGFM
import Synchronization

/// Owns what libcmark-gfm made of one text, and frees it on every path.
@safe struct CMarkDocument: ~Copyable {
  private let pointer: OpaquePointer

  /// Most memory the library may take for one text, in bytes: with the tree made of it, 256 MB at most. The limits of `MarkupLimits`
  /// keep ordinary texts far below it.
  static let memoryBudget = 128 << 20

  /// Nil when the text would take more than the budget.
  init?(parsing bytes: [UInt8]) {
    CMarkLibrary.prepare()
    // The strikethrough extension writes a process-wide table of characters on every parse. A text without a tilde never
    // looks at that entry, so only texts that hold one must wait for each other.
    let strikethrough = bytes.contains(UInt8(ascii: "~"))
    let parsed =
      unsafe strikethrough
      ? CMarkLibrary.strikethrough.withLock { _ in unsafe CMarkDocument.parse(bytes, strikethrough: true) }
      : CMarkDocument.parse(bytes, strikethrough: false)
    guard let parsed = unsafe parsed else { return nil }
    unsafe pointer = parsed
  }

  deinit { unsafe dossier_cmark_free(pointer) }

  /// The root of the tree, for as long as `body` runs.
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

/// The state libcmark-gfm keeps for the whole process.
enum CMarkLibrary {
  /// Held while a text with strikethrough is parsed.
  static let strikethrough = Mutex(())

  private static let registered: Void = dossier_cmark_register()

  /// Registers the extensions once, whoever comes first.
  static func prepare() { _ = registered }
}
