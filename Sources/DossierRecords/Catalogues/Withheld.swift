import DossierText

/// Which files are never copied into a site or quoted there, because they may hold text that is licensed to the organisation alone.
///
/// A file counts as soon as it looks as if it were meant so, read or not: a mistake in it must not publish what it holds.
enum Withheld {
  static func paths(in sources: SourceTree) -> Set<SourcePath> {
    let files = sources.files.lazy.filter { isMarked($0) || isUnread($0) }.map(\.path)
    // Texts too large to be read are attachments.
    let attachments = sources.attachments.lazy.map(\.path).filter { ["md", "yaml", "yml"].contains($0.fileExtension) }
    return Set(files).union(attachments)
  }

  /// Whether `kind: texts` stands anywhere in it, in any case, with or without quotes.
  private static func isMarked(_ file: SourceFile) -> Bool {
    if file.path.fileExtension != "md", holdsTexts(file.bytes) { return true }
    // Of Markdown only the front matter says what it is.
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

  /// Whether a line begins with `texts:`, whatever its kind is written as.
  private static func holdsTexts(_ bytes: [UInt8]) -> Bool {
    let key = Array("texts:".utf8)
    return bytes.starts(with: key) || bytes.indices.contains { bytes[$0] == 0x0A && bytes[($0 + 1)...].starts(with: key) }
  }

  /// Not UTF-8: nothing of it is known.
  private static func isUnread(_ file: SourceFile) -> Bool { file.bytes.isEmpty && file.digest != Digest(of: []) }
}
