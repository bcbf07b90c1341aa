import DossierRecords
import DossierText

extension RuleID {
  static let unknownItem = RuleID("unknown-item")
}

extension Rules {
  static let unknownItem = Rule(
    .unknownItem, .references, .error, title: "every control, clause and article is in its catalogue", clauses: ["6.1.3"],
    explanation: """
      A number that the framework does not have shows that nobody looked it up, and whatever is filed under it answers \
      nothing. In Annex A of ISO/IEC 42001 the controls of an objective are counted from `.2`, because `.1` is the \
      objective itself; drafts and other standards number differently. Correct the number; `dossier show iso42001` \
      lists them all.
      """,
    bad: RuleExample(["index.md": "How the assistant is watched in use: [[⟦A.6.2.9⟧]]."]),
    good: RuleExample(["index.md": "How the assistant is watched in use: [[A.6.2.6]]."])
  ) { dossier, _, reporter in
    for edge in dossier.graph.edges {
      guard case .unknownItem(let position) = edge.problem else { continue }
      let catalogue = dossier.catalogues[position]
      let written = edge.site.itemID
      let place = edge.site.placeOfItem ?? edge.site.span
      let headline = "\(dossier.name(of: edge.origin)) names `\(written)`, which \(catalogue.name) does not contain"
      if let objective = catalogue.objective(numberedBy: written) {
        let first = catalogue.children(of: objective.id).first
        reporter.report(
          headline, at: edge.site.path, place,
          label: "\(written) is the objective (\(objective.title))",
          help: "name a control of the objective; the first is \(first.map { "\($0.id) (\($0.title))" } ?? "numbered .2")")
        continue
      }
      let meant = catalogue.closest(to: written)
      reporter.report(
        headline, at: edge.site.path, place, label: meant.map { "did you mean \($0.id) (\($0.title))?" } ?? "",
        help: "list what it contains with `dossier show \(catalogue.name)`")
    }
  }
}

extension Catalogue {
  /// The objective that `id` numbers: A.2 for `A.2.1`, which the standard uses for the objective itself and not for a control.
  fileprivate func objective(numberedBy id: String) -> Item? {
    guard id.utf8.count > 2, id.utf8.suffix(2).elementsEqual(".1".utf8) else { return nil }
    return item(String(id.dropLast(2))).flatMap { $0.level == "objective" ? $0 : nil }
  }
}
