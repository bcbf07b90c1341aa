package import DossierText

/// A few small files that show a rule. `⟦` and `⟧` enclose the text that must be underlined.
///
/// Two notations replace text that is hard to write. `\x{FF}` stands for the byte FF. `\repeat{abc|1000}` stands for `abc`
/// repeated a thousand times.
package struct RuleExample: Sendable {
  package let files: [File]
  /// The earlier text of files that changed, for rules about changes. The other files did not change.
  package let before: [File]
  /// False if files in memory cannot show the case, for example a symbolic link. The example is then shown, but the tests do not
  /// run it.
  package let isRunnable: Bool

  package struct File: Sendable {
    package let path: String
    package let text: String
  }

  /// `.md` and `.yaml` files and the baseline are sources; other files are attachments.
  init(_ files: KeyValuePairs<String, String>, before: KeyValuePairs<String, String> = [:], isRunnable: Bool = true) {
    self.isRunnable = isRunnable
    self.files = files.map { File(path: $0, text: $1) }
    self.before = before.map { File(path: $0, text: $1) }
  }

  init(files: [File]) { (self.files, before, isRunnable) = (files, [], true) }

  /// The sources without their marks, and the marks.
  package func sources() -> (tree: SourceTree, marks: [Mark]) {
    var sources: [SourceFile] = []
    var attachments: [SourceTree.Attachment] = []
    var marks: [Mark] = []
    for file in files {
      guard let path = SourcePath(file.path) else { continue }
      let (bytes, spans) = RuleExample.unmarked(file.text)
      if ["md", "yaml", "yml"].contains(path.fileExtension) || path == Baseline.path {
        sources.append(SourceFile(path: path, bytes: bytes))
      } else {
        attachments.append(.init(path: path, size: bytes.count, digest: Digest(of: bytes), bytes: bytes))
      }
      marks += spans.map { Mark(path, $0) }
    }
    return (SourceTree(files: sources, attachments: attachments), marks)
  }

  /// The first file: its bytes after the marks are removed, and the spans of the marks. Use this for an example with one file
  /// that is imported and is not a source.
  package var only: (bytes: [UInt8], marks: [Span]) { RuleExample.unmarked(files.first?.text ?? "") }

  package struct Mark: Hashable, Sendable {
    package let path: SourcePath
    package let span: Span

    package init(_ path: SourcePath, _ span: Span) {
      self.path = path
      self.span = span
    }
  }

  private static func unmarked(_ text: String) -> ([UInt8], [Span]) {
    let (open, close) = (Array("⟦".utf8), Array("⟧".utf8))
    let (byte, repetition) = (Array("\\x{".utf8), Array("\\repeat{".utf8))
    let source = Array(text.utf8)
    var out: [UInt8] = []
    var spans: [Span] = []
    var start = 0
    var i = 0
    while i < source.count {
      let rest = source[i...]
      if rest.starts(with: open) {
        start = out.count
        i += open.count
      } else if rest.starts(with: close) {
        spans.append(Span(start, out.count))
        i += close.count
      } else if rest.starts(with: byte), let end = rest.firstIndex(of: UInt8(ascii: "}")) {
        let digits = String(decoding: source[(i + byte.count)..<end], as: UTF8.self)
        if let value = UInt8(digits, radix: 16) { out.append(value) }
        i = end + 1
      } else if rest.starts(with: repetition), let end = rest.firstIndex(of: UInt8(ascii: "}")) {
        let parts = source[(i + repetition.count)..<end].split(separator: UInt8(ascii: "|"))
        let count = parts.count == 2 ? Int(String(decoding: parts[1], as: UTF8.self)) ?? 0 : 0
        for _ in 0..<count { out += parts[0] }
        i = end + 1
      } else {
        out.append(source[i])
        i += 1
      }
    }
    return (out, spans)
  }
}
