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
      An evidence record must have `file` or `location`. Auditors must be able to see the evidence. A record without \
      these fields does not state where the evidence is, so the record proves nothing. If you have the file, put it \
      next to the record and write its path in `file`. If the original is kept elsewhere, write the place in \
      `location`.
      """,
    check: { facts, reporter in
      for (_, entry, evidence) in facts.records(Evidence.self)
      where evidence.file == nil && evidence.location == nil && !entry.cannotRead("file", "location") {
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
