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
      Each AI system in scope must have a `risk_class_basis`. A high-risk system must also list in `regulations` the \
      articles that apply to it. The risk class decides which legal duties apply. A person chose this class, so \
      auditors ask for the reason, also for the lowest class. Write the reason in `risk_class_basis`. For a high-risk \
      system, add the articles to `regulations`.
      """,
    check: { facts, reporter in
      for (_, entry, system) in facts.dated.systemsInScope {
        let gaps = Gaps(
          of: entry,
          [
            ("a reason", "risk_class_basis", system.riskClassBasis != nil),
            ("the articles that apply", "regulations", system.riskClass != .high || !system.regulations.isEmpty),
          ])
        guard !gaps.isEmpty else { continue }
        reporter.report(
          "\(entry.named) has the risk class `\(system.riskClass.rawValue)`, but lacks \(gaps.listed)", at: entry.path,
          entry.span(of: "risk_class"), help: "add the missing fields to the record of the system")
      }
    },
    bad: RuleExample(["ais-001.md": ExampleText.system(riskClass: "⟦minimal⟧"), "roles.yaml": ExampleText.role]),
    good: RuleExample([
      "ais-001.md": ExampleText.system(
        riskClass: "minimal", "risk_class_basis: sorts articles for staff, talks with nobody and decides nothing about people"),
      "roles.yaml": ExampleText.role,
    ]))
}
