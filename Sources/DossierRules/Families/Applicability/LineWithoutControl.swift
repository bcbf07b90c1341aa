import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let lineWithoutControl = RuleID("line-without-control")
}

extension Rules {
  static let lineWithoutControl = Rule(
    .lineWithoutControl, .applicability, .error, title: "a line of the statement of applicability is about a control",
    clauses: ["6.1.3"],
    explanation: """
      Each control implementation is one line of the statement of applicability. It must refer to a control, because \
      only controls can be implemented. Clauses have numbers too, and so do the areas and objectives of Annex A. A \
      line with such a number covers no control. Write one line for each control.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for (position, entry, _) in facts.records(ControlImplementation.self) {
        for edge in dossier.graph.edges(from: .entry(position)) where edge.site.field == "control" {
          guard case .item(let number, let index) = edge.target else { continue }
          let (catalogue, item) = (dossier.catalogues[number], dossier.catalogues[number].items[index])
          guard catalogue.name == CatalogueLibrary.defaultName, item.kind != .control else { continue }
          let controls = catalogue.children(of: item.id).filter { $0.kind == .control }.map(\.id)
          reporter.report(
            "\(entry.named) is about \(item.id) (\(item.title)), which is \(item.kind == .group ? "an \(item.level)" : "a clause"), not a control",
            at: edge.site,
            help: controls.isEmpty
              ? "refer to a control" : "write a line for each of its controls: \(controls.listed(10))")
        }
      }
    },
    bad: RuleExample(["soa.md": ExampleText.control(control: "⟦A.6.2⟧")]),
    good: .fixing(["soa.md": ("control: A.6.2", "control: A.6.2.4")]))
}
