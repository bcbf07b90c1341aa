import DossierText

/// Finds the files that a site must not contain or quote, because the files may contain text that is licensed only to the
/// organisation.
///
/// A file is withheld if it looks like a file of licensed texts, even if it cannot be parsed. So a mistake in such a file does
/// not publish its content.
enum Withheld {
  static func paths(in sources: SourceTree) -> Set<SourcePath> {
    let files = sources.files.lazy.filter { isMarked($0) || isUnread($0) }.map(\.path)
    // Files that are too large to be parsed are attachments.
    let attachments = sources.attachments.lazy.map(\.path).filter { ["md", "yaml", "yml"].contains($0.fileExtension) }
    return Set(files).union(attachments)
  }

  /// Whether the file looks like a file of licensed texts: it contains `kind: texts` in upper or lower case, with or without
  /// quotes. A YAML file with a line that begins with `texts:` also counts.
  private static func isMarked(_ file: SourceFile) -> Bool {
    if file.path.fileExtension != "md", containsTexts(file.bytes) { return true }
    // In Markdown, only the front matter determines the kind. So only the first 64 KiB are searched.
    let bytes = file.path.fileExtension == "md" ? file.bytes.prefix(64 << 10) : file.bytes[...]
    let word = Array("texts".utf8)
    var start = bytes.startIndex
    while let found = bytes[start...].firstIndex(where: { $0 | 0x20 == word[0] }) {
      start = found + 1
      guard zip(bytes[found...], word).allSatisfy({ $0 | 0x20 == $1 }), bytes.count - (found - bytes.startIndex) >= word.count
      else { continue }
      let before = bytes[..<found].suffix(32).reversed().drop { " \t\"'".utf8.contains($0) }
      guard before.first == UInt8(ascii: ":") else { continue }
      let key = before.dropFirst().drop { " \t\"'".utf8.contains($0) }.prefix(4).map { $0 | 0x20 }
      if key.elementsEqual("dnik".utf8) { return true }
    }
    return false
  }

  /// Whether a line begins with `texts:`, regardless of `kind`.
  private static func containsTexts(_ bytes: [UInt8]) -> Bool {
    let key = Array("texts:".utf8)
    return bytes.starts(with: key) || bytes.indices.contains { bytes[$0] == 0x0A && bytes[($0 + 1)...].starts(with: key) }
  }

  /// Whether the content of the file is unknown, because the file is not UTF-8. Such a file has a digest, but no bytes here.
  private static func isUnread(_ file: SourceFile) -> Bool { file.bytes.isEmpty && file.digest != Digest(of: []) }
}
