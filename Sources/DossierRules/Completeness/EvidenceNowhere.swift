import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let evidenceNowhere = RuleID("evidence-nowhere")
}

extension Rules {
  static let evidenceNowhere = Rule(
    .evidenceNowhere, .completeness, .error, title: "evidence is a file here or a place elsewhere",
    clauses: ["7.5.3", "9.1"],
    explanation: """
      Evidence is something an auditor can be shown. A record with neither a file nor a place says that something exists and \
      not where, which proves nothing. Put the file beside the record and name it in `file`, or write in `location` where \
      the original is kept.
      """,
    bad: RuleExample(["evd-001.md": ExampleText.evidence(id: "⟦EVD-001⟧"), "roles.yaml": ExampleText.role]),
    good: RuleExample([
      "evd-001.md": ExampleText.evidence("location: archive of customer care, folder 2026-05\nseen_by: ROL-001"),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    for (_, entry, evidence) in facts.records(Evidence.self) where evidence.file == nil && evidence.location == nil {
      reporter.report(
        "\(entry.named) is neither a file nor a place", at: entry.path, entry.idSpan,
        help: "name the file in `file`, or write in `location` where it is kept")
    }
  }
}
