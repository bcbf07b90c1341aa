import DossierText

/// Characters that YAML does not allow (YAML 1.1, section 5.1).
enum YAMLCharacters {
  /// The span of the first forbidden character. U+FFFE, U+FFFF and all control characters except tab, LF, CR and NEL are
  /// forbidden.
  static func forbidden(in text: [UInt8]) -> Span? {
    for i in text.indices {
      switch text[i] {
      case 0x09, 0x0A, 0x0D: continue
      case 0..<0x20, 0x7F: return Span(i, i + 1)
      case 0xC2 where i + 1 < text.count && text[i + 1] < 0xA0 && text[i + 1] != 0x85: return Span(i, i + 2)
      case 0xEF where i + 2 < text.count && text[i + 1] == 0xBF && text[i + 2] >= 0xBE: return Span(i, i + 3)
      default: continue
      }
    }
    return nil
  }
}
