import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let evidenceWithoutDigest = RuleID("evidence-without-digest")
}

extension Rules {
  static let evidenceWithoutDigest = Rule(
    .evidenceWithoutDigest, .completeness, .note, title: "an evidence file has a SHA-256 digest in its record",
    clauses: ["7.5.3"],
    explanation: """
      An evidence record with a `file` should have `sha256`, the digest of this file. With the digest, anyone can \
      check whether the file was changed after its collection. First make sure that the file has not changed since its \
      collection. Then run `sha256sum FILE`, and write the 64 digits in `sha256`. For new evidence, do this on the day \
      of collection.
      """,
    check: { facts, reporter in
      for (_, entry, evidence) in facts.records(Evidence.self)
      where evidence.file != nil && evidence.sha256 == nil && !entry.cannotRead("sha256") {
        reporter.report(
          "\(entry.named) has a file, but no SHA-256 digest", at: entry.path, entry.span(of: "file"),
          help: "run `sha256sum` on the file, and write the 64 digits in `sha256`")
      }
    },
    bad: RuleExample([
      "evd-001.md": ExampleText.evidence("file: ⟦sample.txt⟧"), "sample.txt": "ten answers, all right",
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "evd-001.md": ExampleText.evidence(
        "file: sample.txt\nsha256: 6bbfba1ad84290c5600aaea59a2fe99d8baa7969ad73d5a133735cb0010ae161"),
      "sample.txt": "ten answers, all right",
      "roles.yaml": ExampleText.role,
    ]))
}
