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
      Areas and objectives of Annex A have numbers too, and so have clauses; none of them can be implemented in place of its \
      controls. A line for one answers for no control, and the controls below it stay without an answer. Write one line for \
      each control.
      """,
    bad: RuleExample(["soa.md": ExampleText.control(control: "⟦A.6.2⟧")]),
    good: RuleExample(["soa.md": ExampleText.control(control: "A.6.2.4")])
  ) { facts, reporter in
    let dossier = facts.dossier
    for (position, entry, _) in facts.records(ControlImplementation.self) {
      for edge in dossier.graph.edges(from: .entry(position)) where edge.site.field == "control" {
        guard case .item(let number, let index) = edge.target else { continue }
        let (catalogue, item) = (dossier.catalogues[number], dossier.catalogues[number].items[index])
        guard catalogue.name == CatalogueLibrary.defaultName, item.kind != .control else { continue }
        let controls = catalogue.children(of: item.id).filter { $0.kind == .control }.map(\.id)
        reporter.report(
          "\(entry.named) answers for \(item.id) (\(item.title)), which is \(item.kind == .group ? "an \(item.level)" : "a clause") and no control",
          at: edge.site,
          help: controls.isEmpty
            ? "name the control that is meant" : "write a line for each control of it: \(controls.listed(10))")
      }
    }
  }
}
