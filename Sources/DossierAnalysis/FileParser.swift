import DossierMarkup
package import DossierRecords
package import DossierRules
package import DossierText

/// Parses and decodes one text of a workspace at a time. A text is a Markdown file, a YAML file or the baseline.
package struct FileParser: Sendable {
  private let decoder: DocumentDecoder

  /// Makes a parser for a workspace. If `configuration` is nil, the workspace has no configuration, or the configuration is not
  /// parsed yet.
  ///
  /// The configuration decides which kinds of records the files can contain.
  ///
  /// `names` are the names of all records. References in adopted files are resolved with these names. They are known only after
  /// all files were parsed once.
  package init(_ configuration: ConfigurationEntry?, names: AdoptedNames? = nil) {
    decoder = DocumentDecoder(configuration, names: names)
  }

  package func parse(_ source: SourceFile) -> ParsedFile {
    if source.path == Baseline.path {
      let baseline = Baseline.decode(source)
      return ParsedFile(source: source, baseline: baseline.value, diagnostics: baseline.diagnostics)
    }
    let isYAML = !source.path.isMarkup && !RecordLookalike.hasName(source.path)
    // A YAML file that contains neither `kind` nor `records` belongs to another program. So do not parse the file.
    if isYAML, !source.path.isConfiguration, !source.mayBeRegister { return ParsedFile(source: source) }
    let document = DocumentParser.parse(source)
    guard decoder.concerns(document.value) else { return ParsedFile(source: source) }
    let decoded = decoder.decode(document.value)
    // A file that only looks like a record has no page. So problems in its text are not reported.
    if RecordLookalike.hasName(source.path), decoded.value.page == nil, decoded.value.entries.isEmpty {
      return ParsedFile(source: source)
    }
    let isPage = decoder.isOrdinaryPage(document.value)
    return ParsedFile(
      source: document.value.source, decoded: decoded.value,
      diagnostics: MarkupInspection.merged(
        (isPage ? document.diagnostics.ofPageFrontMatter : document.diagnostics) + decoded.diagnostics))
  }
}

extension [Diagnostic] {
  /// The same diagnostics, but those about YAML have the rule `page-front-matter`.
  ///
  /// The front matter of a page belongs to another program, and no record depends on it. YAML that dossier does not support is
  /// therefore only a note, once for each feature. YAML that no program can read is a warning.
  fileprivate var ofPageFrontMatter: [Diagnostic] {
    let unsupported: Set<RuleID> = [.yamlAlias, .yamlTag, .yamlKey, .yamlLimit, .fileTooLarge]
    let invalid: Set<RuleID> = [.yamlSyntax, .yamlTab, .duplicateKey, .controlCharacter]
    var noted: Set<RuleID> = []
    return compactMap { diagnostic in
      let isUnsupported = unsupported.contains(diagnostic.rule)
      guard isUnsupported || invalid.contains(diagnostic.rule) else { return diagnostic }
      guard !isUnsupported || noted.insert(diagnostic.rule).inserted else { return nil }
      return Diagnostic(
        .pageFrontMatter, isUnsupported ? .note : .warning, diagnostic.headline, at: diagnostic.primary,
        others: diagnostic.others,
        help: isUnsupported ? "change nothing if another program reads this front matter" : diagnostic.help,
        fixes: diagnostic.fixes)
    }
  }
}

/// One text after parsing and decoding.
package struct ParsedFile: Sendable {
  /// The text, with invalid UTF-8 replaced.
  package let source: SourceFile
  /// The decoded content of the file, for example its records or the page. Nil for the baseline and for files of other programs.
  package let decoded: DecodedDocument?
  package let baseline: Baseline?
  package let diagnostics: [Diagnostic]

  package init(
    source: SourceFile, decoded: DecodedDocument? = nil, baseline: Baseline? = nil, diagnostics: [Diagnostic] = []
  ) {
    self.source = source
    self.decoded = decoded
    self.baseline = baseline
    self.diagnostics = diagnostics
  }
}

extension SourcePath {
  /// Whether the path is the path of the configuration (`dossier.yaml`).
  package var isConfiguration: Bool { description == Configuration.fileName }
}

extension SourceFile {
  /// Whether the file may contain records: its text contains `kind` or `records` in any case, or its encoding is UTF-16.
  fileprivate var mayBeRegister: Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    let words = [Array("kind".utf8), Array("records".utf8)]
    for (i, byte) in bytes.enumerated() where byte | 0x20 == UInt8(ascii: "k") || byte | 0x20 == UInt8(ascii: "r") {
      let rest = bytes[i...]
      if words.contains(where: { word in rest.count >= word.count && zip(rest, word).allSatisfy { $0 | 0x20 == $1 } }) {
        return true
      }
    }
    return false
  }
}
