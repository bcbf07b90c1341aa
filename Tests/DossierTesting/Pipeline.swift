package import DossierAssessment
import DossierMarkup
package import DossierRecords
package import DossierRules
package import DossierText

/// The pipeline without a disk: from sources in memory to a dossier and everything that is said of it.
package struct Pipeline: Sendable {
  package let dossier: Dossier
  package let facts: Assessment
  /// What parsing and decoding said, as it came.
  package let reading: [Diagnostic]
  /// What the rules said of the whole.
  package let checking: [Diagnostic]

  /// What both come to: levels, exceptions and the baseline applied.
  package let judged: Judged

  /// Everything that counts, in the order in which it is shown.
  package var diagnostics: [Diagnostic] { judged.diagnostics }

  package init(
    _ sources: SourceTree, catalogues: [Catalogue], crosswalks: [Crosswalk] = [], asOf: CivilDate,
    rules: [Rule]? = nil, history: RecordHistory = .unread
  ) {
    let configuration = sources.files.first { $0.path.description == Configuration.fileName }
      .flatMap { DocumentDecoder(nil).decode(DocumentParser.parse($0).value).value.configuration }
    let decoder = DocumentDecoder(configuration)
    var reading: [Diagnostic] = []
    var documents: [DecodedDocument] = []
    var baseline: Baseline?
    for file in sources.files {
      if file.path == Baseline.path {
        let decoded = Baseline.decode(file)
        baseline = decoded.value
        reading += decoded.diagnostics
        continue
      }
      let document = DocumentParser.parse(file)
      guard decoder.concerns(document.value) else { continue }
      let decoded = decoder.decode(document.value)
      reading += document.diagnostics + decoded.diagnostics
      documents.append(decoded.value)
    }
    dossier = assemble(
      documents, sources: sources, library: (catalogues, crosswalks), kinds: configuration?.kinds ?? RecordKind.all,
      history: history)
    self.reading = reading
    let facts = Assessment(dossier, asOf: asOf)
    self.facts = facts
    checking = check(facts, rules: rules)
    judged = judge(reading + checking, of: facts, in: sources, baseline: baseline, rules: rules)
  }

  /// Every catalogue named, read once for all tests.
  package static func catalogues(_ names: [String] = ["iso42001", "eu-ai-act"]) throws -> [Catalogue] {
    try names.compactMap { name in try loaded[name]?.get() }
  }

  private static let loaded: [String: Result<Catalogue, CatalogueLibrary.Failure>] = {
    var result: [String: Result<Catalogue, CatalogueLibrary.Failure>] = [:]
    for name in CatalogueLibrary.names {
      do throws(CatalogueLibrary.Failure) {
        if let catalogue = try CatalogueLibrary.load(name) { result[name] = .success(catalogue) }
      } catch {
        result[name] = .failure(error)
      }
    }
    return result
  }()
}
