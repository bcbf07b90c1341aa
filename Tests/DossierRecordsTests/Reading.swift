import DossierMarkup
import DossierRecords
import DossierText
import Testing

/// Files in memory that are parsed, decoded and assembled.
struct Reading {
  let dossier: Dossier
  let diagnostics: [Diagnostic]

  init(_ texts: KeyValuePairs<String, String>) throws {
    try self.init(files: texts.map { SourceFile(path: try #require(SourcePath($0.key)), bytes: Array($0.value.utf8)) })
  }

  init(files: [SourceFile]) throws {
    let configuration = files.first { $0.path.description == Configuration.fileName }
      .flatMap { DocumentDecoder(nil).decode(DocumentParser.parse($0).value).value.configuration }
    let decoder = DocumentDecoder(configuration)
    var diagnostics: [Diagnostic] = []
    var documents: [DecodedDocument] = []
    for file in files.sorted(by: { $0.path < $1.path }) {
      let document = DocumentParser.parse(file)
      guard decoder.concerns(document.value) else { continue }
      let decoded = decoder.decode(document.value)
      diagnostics += document.diagnostics + decoded.diagnostics
      documents.append(decoded.value)
    }
    let catalogue = try #require(try CatalogueLibrary.load("iso42001"))
    dossier = assemble(
      documents, sources: SourceTree(files: files, attachments: []), library: ([catalogue], []),
      kinds: configuration?.kinds ?? RecordKind.all)
    self.diagnostics = diagnostics.arranged()
  }

  var rules: [String] { diagnostics.map(\.rule.name) }
}
