import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let unknownCatalogue = RuleID("unknown-catalogue")
}

extension Rules {
  static let unknownCatalogue = Rule(
    .unknownCatalogue, .references, .error, title: "every prefix names a catalogue in use", clauses: ["6.1.3"],
    explanation: """
      What stands before the colon, as in `eu-ai-act:Art. 14`, names a framework. ISO/IEC 42001 is always in use, and so \
      are catalogues that stand in the folder; of the other frameworks inside the program only those that `dossier.yaml` \
      lists under `catalogues`, so that a site never claims to answer one that nobody decided to follow. Correct the name, \
      or list the framework.
      """,
    bad: RuleExample(["index.md": "Tests before release answer [[⟦iso4201⟧:A.6.2.4]]."]),
    good: RuleExample(["index.md": "Tests before release answer [[A.6.2.4]]."])
  ) { facts, reporter in
    let dossier = facts.dossier
    for edge in dossier.graph.edges {
      guard case .unknownCatalogue(let name) = edge.problem else { continue }
      let place = edge.site.placeOfCatalogue
      UnknownName(name, dossier).report(
        "\(dossier.name(of: edge.origin)) names", at: edge.site.path, place ?? edge.site.span, isExact: place != nil, &reporter)
    }
    let known = dossier.catalogues.map(\.name)
    if let entry = dossier.configurationEntry {
      for name in entry.configuration.catalogueNames where !known.contains(name.text) {
        UnknownName(name.text, dossier).report("`catalogues` names", at: entry.path, name.span, isExact: true, &reporter)
      }
    }
    for crosswalk in dossier.frameworks.crosswalks {
      guard let path = crosswalk.path else { continue }
      for name in [crosswalk.source, crosswalk.target] where !known.contains(name.text) {
        UnknownName(name.text, dossier).report("crosswalk \(crosswalk.name) names", at: path, name.span, isExact: true, &reporter)
      }
    }
    for text in dossier.frameworks.texts where !known.contains(text.catalogue.text) {
      UnknownName(text.catalogue.text, dossier).report(
        "this file of texts names", at: text.path, text.catalogue.span, isExact: true, &reporter)
    }
  }
}

/// The name of a catalogue that is not in use.
private struct UnknownName {
  private let name: String
  /// A catalogue of the program, which the configuration does not list.
  private let isKnown: Bool
  private let names: [String]

  init(_ name: String, _ dossier: Dossier) {
    self.name = name
    isKnown = CatalogueLibrary.names.contains(name)
    names = CatalogueLibrary.names + dossier.catalogues.map(\.name).filter { !CatalogueLibrary.names.contains($0) }
  }

  /// `isExact` where the span is the name alone, so that it can be replaced.
  func report(_ subject: String, at path: SourcePath, _ span: Span, isExact: Bool, _ reporter: inout Reporter) {
    let meant = isKnown ? nil : Suggestion.closest(to: name, among: names)
    let all = names.map { "`\($0)`" }.joined(separator: ", ")
    reporter.report(
      "\(subject) the catalogue `\(name.prefix(60))`, "
        + (isKnown ? "which `\(Configuration.fileName)` does not list" : "which does not exist"),
      at: path, span, label: meant.map { "did you mean `\($0)`?" } ?? "",
      help: isKnown ? "add `\(name)` to `catalogues` in `\(Configuration.fileName)`" : "write one of \(all)",
      fixes: isExact ? meant.map { [.init(path, span, $0)] } ?? [] : [])
  }
}
