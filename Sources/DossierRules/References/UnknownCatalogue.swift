import DossierRecords
import DossierText

extension RuleID {
  static let unknownCatalogue = RuleID("unknown-catalogue")
}

extension Rules {
  static let unknownCatalogue = Rule(
    .unknownCatalogue, .references, .error, title: "every prefix names a catalogue in use", clauses: ["6.1.3"],
    explanation: """
      What stands before the colon, as in `eu-ai-act:Art. 14`, names a framework. Only frameworks that `dossier.yaml` \
      lists under `catalogues` are in use, so that a site never claims to answer one that nobody decided to follow; \
      ISO/IEC 42001 always is. Correct the name, or list the framework.
      """,
    bad: RuleExample(["index.md": "Tests before release answer [[⟦iso4201⟧:A.6.2.4]]."]),
    good: RuleExample(["index.md": "Tests before release answer [[A.6.2.4]]."])
  ) { dossier, _, reporter in
    for edge in dossier.graph.edges {
      guard case .unknownCatalogue(let name) = edge.problem else { continue }
      let place = edge.site.placeOfCatalogue
      let isKnown = CatalogueLibrary.names.contains(name)
      let meant = isKnown ? nil : Suggestion.closest(to: name, among: CatalogueLibrary.names)
      let all = CatalogueLibrary.names.map { "`\($0)`" }.joined(separator: ", ")
      reporter.report(
        isKnown
          ? "\(dossier.name(of: edge.origin)) names the catalogue `\(name)`, which `\(Configuration.fileName)` does not list"
          : "\(dossier.name(of: edge.origin)) names the catalogue `\(name)`, which does not exist",
        at: edge.site.path, place ?? edge.site.span, label: meant.map { "did you mean `\($0)`?" } ?? "",
        help: isKnown ? "add `\(name)` to `catalogues` in `\(Configuration.fileName)`" : "write one of \(all)",
        fixes: place.flatMap { place in meant.map { [.init(edge.site.path, place, $0)] } } ?? [])
    }
  }
}
