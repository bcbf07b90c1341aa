import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let proceduresMissing = Rule(
    RuleID("procedures-missing"), .completeness, .warning, title: "a policy or document describes each main process",
    clauses: ["6.1.2", "6.1.4", "7.5.1", "9.1", "9.2.2", "10.2", "A.7.2"],
    explanation: """
      This rule checks six processes: risk assessment, impact assessment, data, monitoring, internal audit and \
      nonconformities. For each process, at least one effective policy or document must list a clause or control of \
      the process in `implements`. The message lists the processes without such a text. Auditors start with these \
      texts, because records without a method prove little. If a text already describes the process, add the clause or \
      control to its `implements`. Otherwise write a procedure. One short document can cover several processes.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      guard let place = dossier.organisationPlace else { return }
      let texts = facts.dated.controlledDocuments.map(\.position)
      var covered: Set<String> = []
      for edge in texts.flatMap({ dossier.graph.edges(from: .entry($0)) }) where edge.site.field == "implements" {
        guard case .item(let catalogue, let item) = edge.target,
          dossier.catalogues[catalogue].name == CatalogueLibrary.defaultName
        else { continue }
        covered.insert(dossier.catalogues[catalogue].items[item].id)
      }
      func isCovered(_ items: String...) -> Bool {
        covered.contains { id in items.contains { id == $0 || id.hasPrefix($0 + ".") } }
      }
      let gaps = Gaps([
        "risk assessment (6.1.2)": isCovered("6.1.2", "6.1.3", "8.2"),
        "impact assessment (6.1.4)": isCovered("6.1.4", "8.4", "A.5"),
        "data (A.7)": isCovered("A.7"),
        "monitoring (9.1)": isCovered("9.1"),
        "internal audit (9.2)": isCovered("9.2"),
        "nonconformities (10.2)": isCovered("10.2"),
      ])
      guard !gaps.isEmpty else { return }
      reporter.report(
        "no effective policy or document implements \(gaps.listed)", at: place.path, place.span,
        help: "write the procedure, or add the clause to `implements` of the text that describes it")
    },
    bad: RuleExample([
      "dossier.yaml": "organisation: ⟦Example Ltd⟧",
      "doc-001.md": ExampleText.file(
        "document", "DOC-001", "How we assess", "implements: [\"6.1.2\", \"6.1.4\", \"9.1\", \"9.2.2\", \"10.2\"]",
        text: "Twice a year, by the five steps below."),
    ]),
    good: .fixing(["doc-001.md": ("\"10.2\"]", "\"10.2\", A.7.2]")]))
}
