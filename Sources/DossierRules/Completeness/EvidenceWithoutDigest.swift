import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let evidenceWithoutDigest = RuleID("evidence-without-digest")
}

extension Rules {
  static let evidenceWithoutDigest = Rule(
    .evidenceWithoutDigest, .completeness, .note, title: "an evidence file has its SHA-256 on record",
    clauses: ["7.5.3"],
    explanation: """
      A digest shows that a file is still the one that was collected: whoever changes a byte of it afterwards is found out. \
      Without one, the file is as good as its keeper's word. Write what `sha256sum` prints into `sha256`, on the day the \
      file is collected.
      """,
    bad: RuleExample([
      "evd-001.md": ExampleText.evidence("file: ⟦sample.txt⟧"), "sample.txt": "ten answers, all right",
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "evd-001.md": ExampleText.evidence(
        "file: sample.txt\nsha256: 6bbfba1ad84290c5600aaea59a2fe99d8baa7969ad73d5a133735cb0010ae161"),
      "sample.txt": "ten answers, all right",
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    for (_, entry, evidence) in facts.records(Evidence.self) where evidence.file != nil && evidence.sha256 == nil {
      reporter.report(
        "\(entry.named) does not fix the bytes of its file", at: entry.path, entry.span(of: "file"),
        help: "write what `sha256sum` prints for the file in `sha256`")
    }
  }
}
