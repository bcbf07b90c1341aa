package import DossierText

extension RuleID {
  package static let unterminatedFrontMatter = RuleID("unterminated-front-matter")
}

/// Finds the YAML between the first line `---` of a Markdown file and the next line `---` or `...`.
///
/// These two lines are the fences. The first fence must be the first line of the file; a byte-order mark may come before the
/// dashes. White space after the dashes is allowed. A line `---` at the left edge always closes the front matter, even inside a
/// block scalar.
enum FrontMatter {
  enum Fence: Equatable {
    case none
    /// The span of the first fence. The file has no second fence.
    case unterminated(Span)
    /// The YAML between the fences, and the offset of the body: the text after the second fence.
    case found(yaml: Span, body: Int)
  }

  static let maximumBytes = 64 << 10

  static func find(in bytes: [UInt8], from start: Int) -> Fence {
    guard let opening = fence(at: start, in: bytes, closing: false) else { return .none }
    var line = opening
    while line < bytes.count {
      if let after = fence(at: line, in: bytes, closing: true) { return .found(yaml: Span(opening, line), body: after) }
      line = nextLine(line, bytes)
    }
    return .unterminated(Span(start, start + 3))
  }

  /// The start of the line after the line that contains `start`.
  static func lineAfter(_ start: Int, of bytes: [UInt8]) -> Int { nextLine(start, bytes) }

  /// The start of the line after the fence at `start`. Nil if no fence begins at `start`. If `closing` is true, `...` is also a
  /// fence.
  private static func fence(at start: Int, in bytes: [UInt8], closing: Bool) -> Int? {
    let rest = bytes[start...]
    guard rest.starts(with: Array("---".utf8)) || (closing && rest.starts(with: Array("...".utf8))) else { return nil }
    var i = start + 3
    while i < bytes.count, bytes[i] == 0x20 || bytes[i] == 0x09 { i += 1 }
    guard i < bytes.count else { return closing ? i : nil }
    return bytes[i] == 0x0A || bytes[i] == 0x0D ? nextLine(i, bytes) : nil
  }

  private static func nextLine(_ start: Int, _ bytes: [UInt8]) -> Int {
    var i = start
    while i < bytes.count, bytes[i] != 0x0A, bytes[i] != 0x0D { i += 1 }
    guard i < bytes.count else { return i }
    return bytes[i] == 0x0D && i + 1 < bytes.count && bytes[i + 1] == 0x0A ? i + 2 : i + 1
  }
}
