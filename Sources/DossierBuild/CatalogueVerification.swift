package import DossierAnalysis
import DossierAssessment
import DossierMarkup
package import DossierRecords
import DossierRules
package import DossierText

/// Files that define frameworks (catalogues, crosswalks and texts), with their diagnostics.
package struct CatalogueVerification: Sendable {
  package let files: [VerifiedFile]
  package let sources: SourceTree
  package let diagnostics: [Diagnostic]

  package struct VerifiedFile: Sendable {
    package let path: SourcePath
    /// Nil if the file could not be read.
    package let framework: DecodedDocument.DecodedFramework?
  }

  /// The framework files of a workspace, with the diagnostics that `check` shows for these files.
  package init(of analysis: Analysis) {
    let dossier = analysis.dossier
    let frameworks = dossier.frameworks
    let known: [(SourcePath?, DecodedDocument.DecodedFramework)] =
      (frameworks.catalogues + frameworks.duplicates).map { ($0.path, .catalogue($0)) }
      + frameworks.crosswalks.map { ($0.path, .crosswalk($0)) } + frameworks.texts.map { ($0.path, .texts($0)) }
    var files = known.compactMap { path, framework in path.map { VerifiedFile(path: $0, framework: framework) } }
    let read = Set(files.map(\.path))
    let others = analysis.sources.files.filter { $0.path.fileExtension != "md" && !read.contains($0.path) }
    files += others.filter(FrameworkFile.concerns).map { VerifiedFile(path: $0.path, framework: nil) }
    self.files = files.sorted { $0.path < $1.path }
    sources = analysis.sources
    let paths = Set(files.map(\.path))
    diagnostics = analysis.diagnostics.filter { paths.contains($0.primary.path) }
  }

  /// Checks one file in any folder, together with the built-in frameworks and the frameworks in `neighbours`.
  package init(of file: SourceFile, among neighbours: [Catalogue], asOf: CivilDate) async throws {
    sources = SourceTree(files: [file], attachments: [])
    let parsed = DocumentParser.parse(file)
    guard parsed.value.form == .yaml, parsed.value.isUnreadable || FrameworkFile.concerns(file) else {
      files = [VerifiedFile(path: file.path, framework: nil)]
      diagnostics = [
        Diagnostic(
          .unknownKind, .error, "this file is not a catalogue, a crosswalk or a text of a framework",
          at: .init(file.path, .start),
          help: "give the path of a YAML file with `kind: catalogue`, `kind: crosswalk` or `kind: texts`")
      ]
      return
    }
    // Decode a file from the command line even if the stage *parse* would treat it as a file of another program.
    let decoded = DocumentDecoder(kinds: RecordKind.all).decode(parsed.value)
    var own: String?
    if case .catalogue(let catalogue)? = decoded.value.framework { own = catalogue.name }
    let library = try CatalogueLibrary.verified()
    let options = AnalysisOptions(
      asOf: asOf, rules: Rules.all.filter { $0.family == .references },
      library: (library.catalogues + neighbours.filter { $0.name != own }, library.crosswalks))
    let parsedFile = ParsedFile(
      source: parsed.value.source, decoded: decoded.value, diagnostics: parsed.diagnostics + decoded.diagnostics)
    let analysis = try await analyse(
      ParsedFiles(SourceFiles(sources), files: [parsedFile], parser: FileParser(nil)), options)
    files = [VerifiedFile(path: file.path, framework: decoded.value.framework)]
    diagnostics = analysis.reported().filter { $0.primary.path == file.path }.arranged()
  }
}
