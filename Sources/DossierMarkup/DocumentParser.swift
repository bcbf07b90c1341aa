package import DossierText

extension RuleID {
  package static let fileTooLarge = RuleID("file-too-large")
  package static let rawHTML = RuleID("raw-html")
  package static let htmlComment = RuleID("html-comment")
  package static let unsafeAddress = RuleID("unsafe-address")
  package static let remoteImage = RuleID("remote-image")
  package static let frontMatterForm = RuleID("front-matter-form")
}

/// The *parse* stage: converts a file to a `Document`. Parsing never fails: a malformed file also gives a document, together
/// with diagnostics.
package enum DocumentParser {
  /// The maximum size of a YAML file, in bytes.
  package static let yamlBytes = 1 << 20
  /// The maximum length of a YAML line. The cost of finding a column grows with the length of its line.
  private static let yamlLineBytes = 32 << 10
  private static let yamlNodes = 200_000
  private static let frontMatterNodes = 10_000

  package static func parse(_ file: SourceFile) -> Diagnosed<Document> {
    let (source, start, diagnostics) = SourceText.read(file)
    switch source.path.fileExtension {
    // All JSON that this program writes is also valid YAML in flow style.
    case "yaml", "yml", "json": return yaml(source, start, diagnostics)
    default: return markdown(source, start, diagnostics)
    }
  }

  private static func yaml(_ source: SourceFile, _ start: Int, _ before: [Diagnostic]) -> Diagnosed<Document> {
    let extent = Span(start, source.bytes.count)
    guard extent.count <= yamlBytes else {
      return tooLarge(source, .yaml, "this file has \(source.bytes.count) bytes; the limit for YAML is \(yamlBytes)", before)
    }
    if let long = longLine(source, extent) {
      return Diagnosed(
        Document(source: source, form: .yaml, fields: nil, isUnreadable: true, body: .empty), before + [long])
    }
    let parsed = YAMLParser.parse(source, extent, nodes: yamlNodes)
    let document = Document(
      source: source, form: .yaml, fields: parsed.value, isUnreadable: parsed.value == nil, body: .empty)
    return Diagnosed(document, before + parsed.diagnostics)
  }

  private static func markdown(_ source: SourceFile, _ start: Int, _ before: [Diagnostic]) -> Diagnosed<Document> {
    let front = frontMatter(source, start)
    let bytes = source.bytes
    let text = Array(bytes[front.body...])
    let tree = MarkupParser.parse(text, in: source, map: SourceMap(verbatim: text, at: front.body))
    // Front matter can be misplaced: nothing was read, or a second block comes after front matter without a kind.
    var leading: LeadingFields?
    if front.isUnreadable || front.extent == nil {
      leading = LeadingFields.scan(bytes, from: start)
    } else if front.fields?.member("kind") == nil {
      leading = LeadingFields.scan(bytes, from: front.body, after: .frontMatter).flatMap { $0.form == .dashes ? $0 : nil }
    }
    return Diagnosed(
      Document(
        source: source, form: .markdown, fields: front.fields, isUnreadable: front.isUnreadable, frontMatter: front.extent,
        leading: leading, body: tree.value),
      before + front.diagnostics + tree.diagnostics + MarkupInspection.inspect(tree.value, in: source))
  }

  /// The front matter of a Markdown file, and the offset of the text below it.
  private struct FrontMatterReading {
    var fields: YAMLNode?
    var isUnreadable = false
    /// The YAML between the two fences. Nil if the file has no front matter.
    var extent: Span?
    var body: Int
    var diagnostics: [Diagnostic] = []
  }

  private static func frontMatter(_ source: SourceFile, _ start: Int) -> FrontMatterReading {
    var reading = FrontMatterReading(body: start)
    let bytes = source.bytes
    switch FrontMatter.find(in: bytes, from: start) {
    case .none: break
    case .unterminated(let span):
      let rest = Span(FrontMatter.lineAfter(start, of: bytes), bytes.count)
      // Otherwise the line is a horizontal rule at the start of the text.
      let isFrontMatter =
        FirstBlock(rest, of: bytes, endsAtBlank: true).beginsWithFields
        || LeadingFields.scan(bytes, from: start)?.field("kind") != nil
      guard isFrontMatter else { break }
      reading.isUnreadable = true
      reading.diagnostics.append(
        Diagnostic(
          .unterminatedFrontMatter, .error, "this front matter has no closing `---`",
          at: .init(source.path, span, "opened here"),
          help: "add a line `---` after the last field, or an empty line before this line if the page has no fields"))
    case .found(let yaml, let after):
      let block = FirstBlock(yaml, of: bytes)
      let parsed = block.isCertainlyText ? Diagnosed(nil) : self.fields(of: source, yaml, start)
      let isUnreadable = parsed.value == nil && !parsed.diagnostics.isEmpty
      guard !block.isCertainlyText, !block.isText(parsed.value, isUnreadable: isUnreadable) else {
        reading.diagnostics.append(
          Diagnostic(
            .frontMatterForm, .note, "the text between these two lines `---` has no fields, so it is shown as a part of the page",
            at: .init(source.path, Span(start, start + 3)),
            help: "write `key: value` on each line if this is front matter; write `***` if it is a horizontal rule"))
        break
      }
      reading = FrontMatterReading(
        fields: parsed.value, isUnreadable: isUnreadable, extent: yaml, body: after, diagnostics: parsed.diagnostics)
    }
    return reading
  }

  private static func fields(of source: SourceFile, _ yaml: Span, _ start: Int) -> Diagnosed<YAMLNode?> {
    if yaml.count > FrontMatter.maximumBytes {
      let diagnostic = Diagnostic(
        .fileTooLarge, .error, "this front matter has \(yaml.count) bytes; the limit is \(FrontMatter.maximumBytes)",
        at: .init(source.path, Span(start, start + 3)), help: "move long text below the front matter")
      return Diagnosed(nil, [diagnostic])
    }
    if let long = longLine(source, yaml) { return Diagnosed(nil, [long]) }
    return YAMLParser.parse(source, yaml, nodes: frontMatterNodes)
  }

  private static func longLine(_ source: SourceFile, _ extent: Span) -> Diagnostic? {
    let bytes = source.bytes[extent.range]
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
      if end - start > yamlLineBytes {
        return Diagnostic(
          .yamlLimit, .error, "this line has \(end - start) bytes; the limit for YAML is \(yamlLineBytes)",
          at: .init(source.path, Span(start, start + 1)), help: "write each value on a line of its own")
      }
      start = end + 1
    }
    return nil
  }

  private static func tooLarge(
    _ source: SourceFile, _ form: Document.Form, _ headline: String, _ before: [Diagnostic]
  ) -> Diagnosed<Document> {
    let diagnostic = Diagnostic(
      .fileTooLarge, .error, headline, at: .init(source.path, .start), help: "divide it into several files")
    return Diagnosed(
      Document(source: source, form: form, fields: nil, isUnreadable: true, body: .empty), before + [diagnostic])
  }
}
