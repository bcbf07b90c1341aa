import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let classificationUnexplained = RuleID("classification-unexplained")
}

extension Rules {
  static let classificationUnexplained = Rule(
    .classificationUnexplained, .completeness, .warning, title: "the risk class of an AI system has a reason",
    clauses: ["4.1", "4.2"],
    explanation: """
      The class of a system under AI law decides which duties apply, and it is a judgement somebody made. Auditors ask how \
      it was reached, also for the lowest class, and for a system of the high-risk class which articles apply. Write the \
      reason in `risk_class_basis` and, for a high-risk system, the articles in `regulations`.
      """,
    bad: RuleExample(["ais-001.md": ExampleText.system(riskClass: "⟦minimal⟧"), "roles.yaml": ExampleText.role]),
    good: RuleExample([
      "ais-001.md": ExampleText.system(
        riskClass: "minimal", "risk_class_basis: sorts articles for staff, talks with nobody and decides nothing about people"),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    for (_, entry, system) in facts.dated.systemsInScope {
      let gaps = Gaps([
        "the reason for it (`risk_class_basis`)": system.riskClassBasis != nil,
        "the law that applies (`regulations`)": system.riskClass != .high || !system.regulations.isEmpty,
      ])
      guard !gaps.isEmpty else { continue }
      reporter.report(
        "\(entry.named) is of class `\(system.riskClass.rawValue)` and does not give \(gaps.listed)", at: entry.path,
        entry.span(of: "risk_class"), help: "write how the class was found and what follows from it")
    }
  }
}
