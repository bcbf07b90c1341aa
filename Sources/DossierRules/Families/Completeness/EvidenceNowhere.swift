import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let evidenceNowhere = RuleID("evidence-nowhere")
}

extension Rules {
  static let evidenceNowhere = Rule(
    .evidenceNowhere, .completeness, .error, title: "evidence has a file or a location",
    clauses: ["7.5.3", "9.1"],
    explanation: """
      An evidence record must have `file` or `location`. Auditors must be able to see the evidence. A record with neither \
      field states that something exists, but not where, so it proves nothing. Put the file next to the record and write \
      its path in `file`. Or write in `location` where the original is kept.
      """,
    check: { facts, reporter in
      for (_, entry, evidence) in facts.records(Evidence.self) where evidence.file == nil && evidence.location == nil {
        reporter.report(
          "\(entry.named) has neither a file nor a location", at: entry.path, entry.idSpan,
          help: "write the path of the file in `file`, or the place of the original in `location`")
      }
    },
    bad: RuleExample(["evd-001.md": ExampleText.evidence(id: "⟦EVD-001⟧"), "roles.yaml": ExampleText.role]),
    good: RuleExample([
      "evd-001.md": ExampleText.evidence("location: archive of customer care, folder 2026-05\nseen_by: ROL-001"),
      "roles.yaml": ExampleText.role,
    ]))
}
