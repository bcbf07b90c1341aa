import DossierMarkup
package import DossierRecords
package import DossierRules
package import DossierText

/// Parses and decodes single texts of a workspace: records, a page, the configuration or the baseline.
package struct FileParser: Sendable {
  private let decoder: DocumentDecoder

  /// Makes a parser for a workspace with this configuration, or without a configuration. The configuration decides which kinds of
  /// records the files can contain.
  package init(_ configuration: ConfigurationEntry?) { decoder = DocumentDecoder(configuration) }

  package func parse(_ source: SourceFile) -> ParsedFile {
    if source.path == Baseline.path {
      let baseline = Baseline.decode(source)
      return ParsedFile(source: source, baseline: baseline.value, diagnostics: baseline.diagnostics)
    }
    let isYAML = source.path.fileExtension != "md"
    // Most YAML files of other programs can be recognised without parsing them.
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
  /// What the file contributes to the dossier; nil for the baseline and for files of other programs.
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
  /// Whether this is the path of the configuration of a workspace.
  package var isConfiguration: Bool { description == Configuration.fileName }
}

extension SourceFile {
  /// Whether the text contains `kind` or `records` in any case, or may contain them because it is UTF-16.
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
