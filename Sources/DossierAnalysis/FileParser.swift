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
    let isYAML = !source.path.isMarkup
    // A YAML file that contains neither `kind` nor `records` belongs to another program. So do not parse the file.
    if isYAML, !source.path.isConfiguration, !source.mayBeRegister { return ParsedFile(source: source) }
    let document = DocumentParser.parse(source)
    guard decoder.concerns(document.value) else { return ParsedFile(source: source) }
    let decoded = decoder.decode(document.value)
    return ParsedFile(
      source: document.value.source, decoded: decoded.value, diagnostics: document.diagnostics + decoded.diagnostics)
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
