import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let evidenceChanged = Rule(
    RuleID("evidence-changed"), .references, .error, title: "the digest of an evidence file matches its record",
    clauses: ["7.5.3", "9.1"],
    explanation: """
      The SHA-256 digest in an evidence record identifies the file that was collected. This rule compares this digest \
      with the digest of the current file. If the digests differ, the file was changed after collection, or the record \
      belongs to another file. In both cases the current file is not valid evidence. Restore the file that was \
      collected. If the current file is the right evidence, record it as collected again: write its digest and the \
      date of collection.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for (position, entry, evidence) in dossier.all(Evidence.self) {
        guard let recorded = evidence.sha256, let field = entry.field("sha256") else { continue }
        for edge in dossier.graph.edges(from: .entry(position)) where edge.site.field == "file" {
          guard case .file(let path) = edge.target, let found = dossier.digests[path], found != recorded else { continue }
          reporter.report(
            "\(path) does not match the digest in \(entry.named): its SHA-256 is \(found)",
            at: entry.path, field.span, others: [.init(edge.site.path, edge.site.span, "this file")],
            help: "restore the collected file, or collect it again and write its new digest and date")
        }
      }
    },
    bad: RuleExample([
      "evidence/evd-001.md": """
      ---
      kind: evidence
      id: EVD-001
      title: Sample of answers
      controls: [A.6.2.4]
      file: sample.txt
      sha256: ⟦0000000000000000000000000000000000000000000000000000000000000000⟧
      collected: 2026-05-04
      collected_by: ROL-001
      ---
      """,
      "evidence/sample.txt": "ten answers, all right",
      "roles.yaml": """
      kind: role
      records:
        - id: ROL-001
          title: Head of customer care
          accountable_for: [the support assistant]
      """,
    ]),
    good: .fixing([
      "evidence/evd-001.md": (
        "sha256: 0000000000000000000000000000000000000000000000000000000000000000",
        "sha256: 6bbfba1ad84290c5600aaea59a2fe99d8baa7969ad73d5a133735cb0010ae161"
      )
    ]))
}
