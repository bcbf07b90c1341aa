import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let riskIncomplete = RuleID("risk-incomplete")
}

extension Rules {
  static let riskIncomplete = Rule(
    .riskIncomplete, .completeness, .warning, title: "a risk says what is at stake, how, and who owns it",
    clauses: ["6.1.2"],
    explanation: """
      Likelihood and impact are scores of something: an asset that would be harmed and a way in which it would come about. A \
      risk also has an owner, who decides about it and answers for its treatment. Write `asset`, `threat` and `owner`, in a \
      line each. Closed risks are not judged.
      """,
    bad: RuleExample([
      "rsk-001.md": ExampleText.risk(id: "⟦RSK-001⟧", "asset: customers' money\nthreat: an old refund rule is quoted"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "rsk-001.md": ExampleText.risk("owner: ROL-001\nasset: customers' money\nthreat: an old refund rule is quoted"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    for (_, entry, risk) in facts.records(Risk.self) {
      let gaps = Gaps([
        "who owns it (`owner`)": entry.head?.owner != nil,
        "what would be harmed (`asset`)": risk.asset != nil,
        "how (`threat`)": risk.threat != nil,
      ])
      guard !gaps.isEmpty else { continue }
      reporter.report(
        "\(entry.named) does not say \(gaps.listed)", at: entry.path, entry.idSpan, help: "add what is missing, in a line each")
    }
  }
}
