import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let riskIncomplete = RuleID("risk-incomplete")
}

extension Rules {
  static let riskIncomplete = Rule(
    .riskIncomplete, .completeness, .warning, title: "a risk has an owner, an asset and a threat",
    clauses: ["6.1.2"],
    explanation: """
      A risk must have `owner`, `asset` and `threat`. Clause 6.1.2 requires the identification of risks. To estimate \
      likelihood and impact, people must know what can be harmed (the asset) and how (the threat). The owner decides \
      about the risk and is responsible for its treatment. Write one line in each missing field. Closed risks are not \
      checked.
      """,
    check: { facts, reporter in
      for (_, entry, risk) in facts.records(Risk.self) {
        let gaps = Gaps(
          of: entry,
          [
            ("an owner", "owner", entry.head?.owner != nil),
            ("an asset", "asset", risk.asset != nil),
            ("a threat", "threat", risk.threat != nil),
          ])
        guard !gaps.isEmpty else { continue }
        reporter.report(
          "\(entry.named) lacks \(gaps.listed)", at: entry.path, entry.idSpan, help: "add the missing fields, with one line each")
      }
    },
    bad: RuleExample([
      "rsk-001.md": ExampleText.risk(id: "⟦RSK-001⟧", "asset: customers' money\nthreat: an old refund rule is quoted"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ]),
    good: .fixing(["rsk-001.md": ("treatment: mitigate", "treatment: mitigate\nowner: ROL-001")]))
}
