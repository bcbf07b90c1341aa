import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let evidenceUnseen = RuleID("evidence-unseen")
}

extension Rules {
  static let evidenceUnseen = Rule(
    .evidenceUnseen, .completeness, .warning, title: "a role has seen evidence that is kept elsewhere",
    clauses: ["7.5.3"],
    explanation: """
      If evidence has a `location` and no `file`, the original is kept outside the workspace. dossier cannot read the \
      original and cannot compare its digest. A person must therefore confirm that the original exists and matches the \
      record. Write the role of this person in `seen_by`. You can also add a copy of the original to the workspace and \
      refer to the copy in `file`.
      """,
    check: { facts, reporter in
      for (_, entry, evidence) in facts.records(Evidence.self) where evidence.file == nil && evidence.location != nil {
        guard evidence.seenBy == nil, !entry.cannotRead("file", "seen_by") else { continue }
        reporter.report(
          "\(entry.named) is kept elsewhere, but `seen_by` lists no role that saw it there", at: entry.path,
          entry.span(of: "location"),
          help: "write in `seen_by` the role that saw the original, or add a copy as `file`")
      }
    },
    bad: RuleExample([
      "evd-001.md": ExampleText.evidence("location: ⟦board archive, binder 2026⟧"), "roles.yaml": ExampleText.role,
    ]),
    good: .fixing([
      "evd-001.md": ("location: board archive, binder 2026", "location: board archive, binder 2026\nseen_by: ROL-001")
    ]))
}
