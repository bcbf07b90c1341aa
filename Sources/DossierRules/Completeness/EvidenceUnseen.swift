import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let evidenceUnseen = RuleID("evidence-unseen")
}

extension Rules {
  static let evidenceUnseen = Rule(
    .evidenceUnseen, .completeness, .warning, title: "evidence kept elsewhere was seen there by somebody",
    clauses: ["7.5.3"],
    explanation: """
      What is kept outside this folder cannot be checked by this program, and its digest cannot be compared. Then it is a \
      person who vouches that the thing exists and says what the record says it does. Write that role in `seen_by`, or bring \
      a copy of the file here.
      """,
    bad: RuleExample([
      "evd-001.md": ExampleText.evidence("location: ⟦board archive, binder 2026⟧"), "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "evd-001.md": ExampleText.evidence("location: board archive, binder 2026\nseen_by: ROL-001"),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    for (_, entry, evidence) in facts.records(Evidence.self) where evidence.file == nil && evidence.location != nil {
      guard evidence.seenBy == nil else { continue }
      reporter.report(
        "\(entry.named) is kept elsewhere, and nobody says that they saw it there", at: entry.path, entry.span(of: "location"),
        help: "name the role that saw it in `seen_by`, or keep a copy here as `file`")
    }
  }
}
