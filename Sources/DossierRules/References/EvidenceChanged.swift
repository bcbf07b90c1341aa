import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let evidenceChanged = RuleID("evidence-changed")
}

extension Rules {
  static let evidenceChanged = Rule(
    .evidenceChanged, .references, .error, title: "an evidence file is the one whose SHA-256 was recorded",
    clauses: ["7.5.3", "9.1"],
    explanation: """
      The digest in an evidence record says which bytes were collected. When the file has other bytes, it was changed \
      afterwards, or the record was written for another file; in both cases it no longer shows what it is said to show. \
      Put the collected file back. If the new file is the right one, collect it again: write its digest and the day.
      """,
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
    good: RuleExample([
      "evidence/evd-001.md": """
      ---
      kind: evidence
      id: EVD-001
      title: Sample of answers
      controls: [A.6.2.4]
      file: sample.txt
      sha256: 6bbfba1ad84290c5600aaea59a2fe99d8baa7969ad73d5a133735cb0010ae161
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
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    for (position, entry, evidence) in dossier.all(Evidence.self) {
      guard let recorded = evidence.sha256, let field = entry.field("sha256") else { continue }
      for edge in dossier.graph.edges(from: .entry(position)) where edge.site.field == "file" {
        guard case .file(let path) = edge.target, let found = dossier.digests[path], found != recorded else { continue }
        reporter.report(
          "\(path) is not the file that \(entry.named) was written for: its SHA-256 is \(found)",
          at: entry.path, field.span, others: [.init(edge.site.path, edge.site.span, "this file")],
          help: "put the collected file back, or collect it again and write its digest and day")
      }
    }
  }
}
