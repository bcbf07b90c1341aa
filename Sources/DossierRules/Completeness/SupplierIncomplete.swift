import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let supplierIncomplete = RuleID("supplier-incomplete")
}

extension Rules {
  static let supplierIncomplete = Rule(
    .supplierIncomplete, .completeness, .warning,
    title: "a supplier in use has a contract, rules for data, watching and a way out",
    clauses: ["A.10.3", "A.10.2"],
    explanation: """
      A supplier that systems depend on can change a model, lose data or end the service. Auditors expect to see what was \
      agreed, what it does with your data, how far it is trusted, how it is watched, and how to do without it. One line in \
      each field is enough where little depends on it; where the supplier carries a control, alone or with us, a list of \
      `agreements` does not take the place of the `contract`. Whether it was assessed in time is judged by other rules.
      """,
    bad: RuleExample([
      "sup-001.md": ExampleText.supplier(
        id: "⟦SUP-001⟧", "contract: {clauses: [30 days' notice of new models]}\ndata_handling: no training on our data"),
      "ais-001.md": ExampleText.system("suppliers: [SUP-001]"),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "sup-001.md": ExampleText.supplier(
        """
        contract: {clauses: [30 days' notice of new models]}
        data_handling: no training on our data
        risk_posture: sole supplier of the model; large and audited
        monitoring: release notes read weekly
        exit_plan: search results without written answers, on the day
        """),
      "ais-001.md": ExampleText.system("suppliers: [SUP-001]"),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    let inUse = Set(facts.dated.systemsInUse.flatMap { dossier.targets(of: $0.position, "suppliers") })
    for (position, entry, supplier) in facts.records(Supplier.self) where inUse.contains(position) {
      let carries = supplier.responsibilities.contains { $0.party != .ours }
      let gaps = Gaps([
        "what was agreed (`contract`)": supplier.contract != nil || (!supplier.agreements.isEmpty && !carries),
        "what it does with our data (`data_handling`)": supplier.dataHandling != nil,
        "how far it is trusted (`risk_posture`)": supplier.riskPosture != nil,
        "how it is watched (`monitoring`)": supplier.monitoring != nil,
        "how to do without it (`exit_plan`)": supplier.exitPlan != nil,
      ])
      guard !gaps.isEmpty else { continue }
      reporter.report(
        "\(entry.named) serves a system in use and does not say \(gaps.listed)", at: entry.path, entry.idSpan,
        help: "add a line for each")
    }
  }
}
