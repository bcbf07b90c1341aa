import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let exclusionUnjustified = RuleID("exclusion-unjustified")
}

extension Rules {
  static let exclusionUnjustified = Rule(
    .exclusionUnjustified, .applicability, .error, title: "an excluded control has a justification",
    clauses: ["6.1.3"],
    explanation: """
      To exclude a control is a decision, and ISO/IEC 42001 clause 6.1.3 requires a justification for it. "Not \
      applicable" only repeats the decision. A justification says why the control does not apply to the organisation. \
      For example, the organisation develops no systems, has no customers or processes no personal data. This rule \
      detects only empty phrases. Whether a justification is convincing is for people to decide.
      """,
    check: { facts, reporter in
      for (_, entry, line) in facts.records(ControlImplementation.self) where !line.applicable {
        guard EmptyPhrase.saysNothing(line.justification) else { continue }
        reporter.report(
          "\(entry.named) excludes \(line.control.text) without a reason", at: entry.path, entry.span(of: "justification"),
          help: "write why the control does not apply to the organisation")
      }
    },
    bad: RuleExample([
      "soa.md": ExampleText.control(applicable: "false", justification: "⟦not applicable⟧", implementation: "not-started")
    ]),
    good: RuleExample([
      "soa.md": ExampleText.control(
        applicable: "false", justification: "nothing is developed or tuned here; the supplier verifies, see A.10.3",
        implementation: "not-started")
    ]))
}
