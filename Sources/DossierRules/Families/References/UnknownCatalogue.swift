import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let unknownCatalogue = RuleID("unknown-catalogue")
}

extension Rules {
  static let unknownCatalogue = Rule(
    .unknownCatalogue, .references, .error, title: "each prefix is the name of a catalogue in use", clauses: ["6.1.3"],
    explanation: """
      The prefix before the colon, as in `eu-ai-act:Art. 14`, is the name of a framework. This rule reports a name \
      that is unknown, or whose framework is not in use. ISO/IEC 42001 and the catalogues in the workspace are always \
      in use. Any other built-in framework is in use only if `dossier.yaml` lists the framework in `catalogues`. \
      Otherwise a site could show coverage of a framework that nobody chose. Correct the name, or add the framework to \
      `catalogues`.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for edge in dossier.graph.edges {
        guard case .unknownCatalogue(let name) = edge.problem else { continue }
        let place = edge.site.placeOfCatalogue
        UnknownName(name, dossier).report(
          "\(dossier.name(of: edge.origin)) refers to", at: edge.site.path, place ?? edge.site.span, isExact: place != nil,
          &reporter)
      }
      let known = dossier.catalogues.map(\.name)
      if let entry = dossier.configurationEntry {
        for name in entry.configuration.catalogueNames where !known.contains(name.text) {
          UnknownName(name.text, dossier).report("`catalogues` lists", at: entry.path, name.span, isExact: true, &reporter)
        }
      }
      for crosswalk in dossier.frameworks.crosswalks {
        guard let path = crosswalk.path else { continue }
        for name in [crosswalk.source, crosswalk.target] where !known.contains(name.text) {
          UnknownName(name.text, dossier).report(
            "crosswalk \(crosswalk.name) refers to", at: path, name.span, isExact: true, &reporter)
        }
      }
      for text in dossier.frameworks.texts where !known.contains(text.catalogue.text) {
        UnknownName(text.catalogue.text, dossier).report(
          "this file of texts refers to", at: text.path, text.catalogue.span, isExact: true, &reporter)
      }
    },
    bad: RuleExample(["index.md": "Tests before release implement [[⟦iso4201⟧:A.6.2.4]]."]),
    good: RuleExample(["index.md": "Tests before release implement [[A.6.2.4]]."]))
}

/// A catalogue name that does not exist, or that the configuration does not list.
private struct UnknownName {
  private let name: String
  /// Whether this is a built-in catalogue that the configuration does not list.
  private let isKnown: Bool
  private let names: [String]

  init(_ name: String, _ dossier: Dossier) {
    self.name = name
    isKnown = CatalogueLibrary.names.contains(name)
    names = CatalogueLibrary.names + dossier.catalogues.map(\.name).filter { !CatalogueLibrary.names.contains($0) }
  }

  /// - Parameter isExact: True if the span contains only the name. Then a fix can replace the name.
  func report(_ subject: String, at path: SourcePath, _ span: Span, isExact: Bool, _ reporter: inout Reporter) {
    let meant = isKnown ? nil : Suggestion.closest(to: name, among: names)
    let all = names.map { "`\($0)`" }.joined(separator: ", ")
    reporter.report(
      "\(subject) the catalogue `\(name.prefix(60))`, "
        + (isKnown ? "which `\(Configuration.fileName)` does not list" : "which does not exist"),
      at: path, span, label: meant.map { "did you mean `\($0)`?" } ?? "",
      help: isKnown ? "add `\(name)` to `catalogues` in `\(Configuration.fileName)`" : "write one of \(all)",
      fixes: isExact ? meant.map { [.init(path, span, name, to: $0)] } ?? [] : [])
  }
}
