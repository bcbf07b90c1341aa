package import DossierText

extension RuleID {
  package static let byteOrderMark = RuleID("byte-order-mark")
  package static let hiddenCharacter = RuleID("hidden-character")
}

/// Checks whether a file is UTF-8 text and whether the file contains invisible characters. The check runs before parsing.
enum SourceText {
  /// Returns the file, the offset of its text after a byte-order mark, and diagnostics. Each invalid byte is replaced by `?`,
  /// so that offsets stay the same.
  static func read(_ file: SourceFile) -> (file: SourceFile, start: Int, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var clean = file
    if file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF]) {
      diagnostics.append(
        Diagnostic(
          .notUTF8, .error, "this file is UTF-16, not UTF-8", at: .init(file.path, Span(0, 2), "a UTF-16 byte-order mark"),
          help: "save it as UTF-8"))
      return (SourceFile(path: file.path, bytes: [], digest: file.digest), 0, diagnostics)
    }
    let invalid = invalidBytes(file.bytes)
    if let first = invalid.first {
      let others = invalid.count - 1
      let more = others > 0 ? ", and \(others) more in this file" : ""
      diagnostics.append(
        Diagnostic(
          .notUTF8, .error, "this byte is not valid UTF-8\(more)", at: .init(file.path, Span(first, first + 1)),
          help: "save the file as UTF-8; until then the byte is shown as a question mark"))
      var bytes = file.bytes
      for place in invalid { bytes[place] = UInt8(ascii: "?") }
      clean = SourceFile(path: file.path, bytes: bytes, digest: file.digest)
    }
    var start = 0
    if clean.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      start = 3
      diagnostics.append(
        Diagnostic(
          .byteOrderMark, .warning, "this file begins with a byte-order mark", at: .init(file.path, Span(0, 3)),
          help: "save it without one", fixes: [.init(file.path, Span(0, 3), "\u{FEFF}", to: "")]))
    }
    diagnostics += hidden(in: clean, from: start)
    return (clean, start, diagnostics)
  }

  /// The offsets of bytes that do not belong to a valid UTF-8 sequence (Unicode 3.9, table 3-7).
  private static func invalidBytes(_ bytes: [UInt8]) -> [Int] {
    var places: [Int] = []
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte < 0x80 {
        i += 1
        continue
      }
      let length = UTF8Sequence.length(bytes[i...])
      if length == 0 { places.append(i) }
      i += max(1, length)
    }
    return places
  }

  /// Reports invisible characters: controls, and characters that reorder or hide text. With such characters, the text that a
  /// reader sees can differ from the text that is signed.
  private static func hidden(in file: SourceFile, from start: Int) -> [Diagnostic] {
    let bytes = file.bytes
    var diagnostics: [Diagnostic] = []
    var i = start
    while i < bytes.count, diagnostics.count < 20 {
      let byte = bytes[i]
      var length = 0
      if byte < 0x20 {
        if byte != 0x09, byte != 0x0A, byte != 0x0D { length = 1 }
      } else if byte >= 0x7F {
        switch byte {
        case 0x7F: length = 1
        case 0xC2: if i + 1 < bytes.count, bytes[i + 1] < 0xA0 { length = 2 }
        case 0xE2, 0xEF: length = 3
        default: break
        }
      }
      if length > 0, i + length <= bytes.count,
        let scalar = String(decoding: bytes[i..<(i + length)], as: UTF8.self).unicodeScalars.first,
        TerminalText.isHidden(scalar)
      {
        diagnostics.append(
          Diagnostic(
            .hiddenCharacter, .warning, "this text contains the invisible character \(TerminalText.visible(String(scalar)))",
            at: .init(file.path, Span(i, i + length)), help: "remove it, so that all readers see the same text"))
        i += length
        continue
      }
      i += 1
    }
    return diagnostics
  }
}
