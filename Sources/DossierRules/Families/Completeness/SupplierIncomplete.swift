import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let supplierIncomplete = RuleID("supplier-incomplete")
}

extension Rules {
  static let supplierIncomplete = Rule(
    .supplierIncomplete, .completeness, .warning,
    title: "a supplier of a system in use has a contract, data rules, monitoring and an exit plan",
    clauses: ["A.10.3", "A.10.2"],
    explanation: """
      A supplier of a system in use must have `contract`, `data_handling`, `risk_posture`, `monitoring` and \
      `exit_plan`. Such a supplier can change a model, lose data or end the service. Auditors expect to see how \
      the organisation controls these risks. Add the missing fields. If little depends on the supplier, one line \
      in each field is enough. If no entry in `responsibilities` of the supplier is `theirs` or `shared`, \
      `agreements` can replace `contract`.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let inUse = Set(facts.dated.systemsInUse.flatMap { dossier.targets(of: $0.position, "suppliers") })
      for (position, entry, supplier) in facts.records(Supplier.self) where inUse.contains(position) {
        let carries = supplier.responsibilities.contains { $0.party != .ours }
        let gaps = Gaps(
          of: entry,
          [
            ("a contract", "contract", supplier.contract != nil || (!supplier.agreements.isEmpty && !carries)),
            ("rules for our data", "data_handling", supplier.dataHandling != nil),
            ("a risk posture", "risk_posture", supplier.riskPosture != nil),
            ("monitoring", "monitoring", supplier.monitoring != nil),
            ("an exit plan", "exit_plan", supplier.exitPlan != nil),
          ])
        guard !gaps.isEmpty else { continue }
        reporter.report(
          "\(entry.named) serves a system in use, but lacks \(gaps.listed)", at: entry.path, entry.idSpan,
          help: "add one line for each missing field")
      }
    },
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
    ]))
}
