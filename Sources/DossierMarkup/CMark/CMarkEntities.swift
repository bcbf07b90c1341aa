import CMarkGFM

/// Character references in raw HTML, for example `&nbsp;`.
enum CMarkEntities {
  /// Replaces the character references of HTML 5. Keeps unknown references as they are.
  static func unescape(_ bytes: [UInt8]) -> [UInt8] {
    var count = 0
    return unsafe bytes.withUnsafeBytes { buffer in
      guard let base = unsafe buffer.bindMemory(to: CChar.self).baseAddress,
        let text = unsafe dossier_cmark_unescape(base, bytes.count, &count)
      else { return bytes }
      defer { unsafe dossier_cmark_free_html(text) }
      return unsafe Array(UnsafeRawBufferPointer(start: text, count: count))
    }
  }
}
