import DossierMarkup
package import DossierText

/// Files that can look like a record or a register, although dossier does not read records from files with such names.
package enum RecordLookalike {
  /// The maximum size of such a file in bytes. Larger files are attachments.
  package static let largestFile = 1 << 20

  /// The extensions of Markdown files other than `md`.
  private static let markdown: Set = [
    "markdown", "mdown", "mdwn", "mdtext", "mdtxt", "mkd", "mkdn", "mkdown", "markdn", "mdx", "qmd", "rmd",
  ]

  /// Whether a file with this name can look like a record.
  package static func hasName(_ path: SourcePath) -> Bool {
    isMarkdown(path) || path.fileExtension == "json" || path.fileExtension == "toml"
  }

  /// Whether a file with such a name looks like a record or a register.
  package static func isRecord(_ path: SourcePath, _ bytes: [UInt8]) -> Bool {
    if isMarkdown(path) { return LeadingFields.scan(bytes, from: 0)?.field("kind") != nil }
    return register(path, bytes) != nil
  }

  static func isMarkdown(_ path: SourcePath) -> Bool {
    markdown.contains(path.fileExtension)
      // A template of a Markdown file: `a.md.erb`, `a.md.txt`.
      || (path.name.lowercased().utf8.split(separator: UInt8(ascii: ".")).dropLast().last?.elementsEqual("md".utf8) ?? false)
  }

  /// The fields of a register in JSON or TOML that has the keys `kind` and `records` at its top level.
  static func register(_ path: SourcePath, _ bytes: [UInt8]) -> [FieldLine]? {
    let fields: [FieldLine]
    if path.fileExtension == "json" {
      guard let block = LeadingFields.scan(bytes, from: 0), block.form == .json, contains("\"records\"", bytes) else {
        return nil
      }
      fields = block.fields
    } else {
      guard contains("[[records]]", bytes) else { return nil }
      fields = LeadingFields.toml(bytes)
    }
    return fields.contains { $0.key == "kind" } ? fields : nil
  }

  private static func contains(_ word: String, _ bytes: [UInt8]) -> Bool {
    let word = Array(word.utf8)
    var i = bytes.startIndex
    while let start = bytes[i...].firstIndex(of: word[0]) {
      if bytes[start...].starts(with: word) { return true }
      i = start + 1
    }
    return false
  }
}
