import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let unknownItem = Rule(
    .unknownItem, .references, .error, title: "each control, clause and article exists in its catalogue", clauses: ["6.1.3"],
    explanation: """
      The number in a reference must exist in the catalogue of its framework. Nobody can check a reference to a number \
      that does not exist. In Annex A of ISO/IEC 42001, the controls of an objective start at `.2`, because `.1` is the \
      objective itself. Drafts and other standards use other numbers. Correct the number. `dossier show iso42001` lists \
      all numbers.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      var names = CatalogueItems()
      for edge in dossier.graph.edges {
        guard case .unknownItem(let position) = edge.problem else { continue }
        UnknownItemID(id: edge.site.itemID, catalogue: dossier.catalogues[position]).report(
          "\(dossier.name(of: edge.origin)) refers to", at: edge.site.path, edge.site.placeOfItem ?? edge.site.span, &names,
          &reporter)
      }
      for crosswalk in dossier.frameworks.crosswalks {
        guard let path = crosswalk.path else { continue }
        for (name, ends) in [
          (crosswalk.source.text, crosswalk.rows.map(\.from)), (crosswalk.target.text, crosswalk.rows.map(\.to)),
        ] {
          guard let catalogue = dossier.catalogue(name) else { continue }
          for end in ends where catalogue.position(of: end.text) == nil {
            UnknownItemID(id: end.text, catalogue: catalogue).report(
              "a row of crosswalk \(crosswalk.name) refers to", at: path, end.span, &names, &reporter)
          }
        }
      }
      for text in dossier.frameworks.texts {
        guard let catalogue = dossier.catalogue(text.catalogue.text) else { continue }
        for passage in text.passages where catalogue.position(of: passage.item.text) == nil {
          UnknownItemID(id: passage.item.text, catalogue: catalogue).report(
            "this file of texts refers to", at: text.path, passage.item.span, &names, &reporter)
        }
      }
    },
    bad: RuleExample(["index.md": "How the assistant is monitored in use: [[⟦A.6.2.9⟧]]."]),
    good: RuleExample(["index.md": "How the assistant is monitored in use: [[A.6.2.6]]."]))
}

/// An item id that does not exist in the catalogue.
private struct UnknownItemID {
  let id: String
  let catalogue: Catalogue

  func report(_ subject: String, at path: SourcePath, _ span: Span, _ names: inout CatalogueItems, _ reporter: inout Reporter) {
    let headline = "\(subject) `\(id.prefix(60))`, which \(catalogue.name) does not contain"
    if let objective = catalogue.objective(numberedBy: id) {
      let first = catalogue.children(of: objective.id).first
      return reporter.report(
        headline, at: path, span, label: "\(id) is the number of the objective \(objective.id) (\(objective.title))",
        help: "refer to a control of the objective; the first is \(first.map { "\($0.id) (\($0.title))" } ?? "numbered .2")")
    }
    let meant = names.closest(to: id, in: catalogue)
    reporter.report(
      headline, at: path, span, label: meant.map { "did you mean \($0.id) (\($0.title))?" } ?? "",
      help: "list the items with `dossier show \(catalogue.name)`")
  }
}

extension Catalogue {
  /// The objective with the number `id`: A.2 for `A.2.1`. The standard uses `.1` for the objective itself, not for a control.
  fileprivate func objective(numberedBy id: String) -> Item? {
    guard id.utf8.count > 2, id.utf8.suffix(2).elementsEqual(".1".utf8) else { return nil }
    return item(String(id.dropLast(2))).flatMap { $0.level == "objective" ? $0 : nil }
  }
}
