import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let reviewUndefined = RuleID("review-undefined")
}

extension Rules {
  static let reviewUndefined = Rule(
    .reviewUndefined, .completeness, .warning, title: "systems, risks and impact assessments say when they are looked at again",
    clauses: ["8.2", "8.4", "A.6.2.6"],
    explanation: """
      A register that is written once is right for a day. Both an AI system in scope and what was assessed about it need a \
      rhythm: a system and a risk a `review_cycle`, an impact assessment that or the day of the `next` one. Auditors compare \
      the rhythm with the days of the reviews. Choose one that fits the risk, and keep it.
      """,
    bad: RuleExample(["ais-001.md": ExampleText.system(id: "⟦AIS-001⟧"), "roles.yaml": ExampleText.role]),
    good: RuleExample(["ais-001.md": ExampleText.system("review_cycle: P6M"), "roles.yaml": ExampleText.role])
  ) { facts, reporter in
    var latest: [String: CivilDate] = [:]
    let assessments = facts.records(ImpactAssessment.self)
    for found in assessments {
      latest[found.record.system.id] = max(latest[found.record.system.id] ?? found.record.date, found.record.date)
    }
    // An assessment that a later one has replaced is not looked at again.
    let current = assessments.filter { $0.record.next == nil && latest[$0.record.system.id] == $0.record.date }
    let entries =
      facts.dated.systemsInScope.map(\.entry) + facts.records(Risk.self).map(\.entry)
      + current.filter { facts.isEffective($0.position) }.map(\.entry)
    for entry in entries where !entry.saysWhenReviewed {
      reporter.report(
        "\(entry.named) does not say when it is looked at again", at: entry.path, entry.idSpan,
        help: entry.kind.name == ImpactAssessment.name ? "add `next` or `review_cycle`" : "add `review_cycle`, such as `P1Y`")
    }
  }
}
