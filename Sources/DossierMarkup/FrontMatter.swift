package import DossierText

extension RuleID {
  package static let unterminatedFrontMatter = RuleID("unterminated-front-matter")
}

/// The YAML between the first line `---` and the next line `---` or `...` of a Markdown file.
///
/// The fence must be the very first bytes (after a byte-order mark); white space after the dashes is allowed. A line `---` at the
/// left edge always closes it, also inside a block scalar.
enum FrontMatter {
  enum Fence: Equatable {
    case none
    /// The opening line; there is no closing one.
    case unterminated(Span)
    /// The YAML between the fences, and where the body begins.
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

  /// The start of the line after the fence that begins at `start`.
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
