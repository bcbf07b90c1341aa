import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let supersededReference = RuleID("superseded-reference")
}

extension Rules {
  static let supersededReference = Rule(
    .supersededReference, .references, .warning, title: "effective records refer to the current version",
    clauses: ["7.5.3"],
    explanation: """
      An effective record must not refer to a record that another record supersedes. Otherwise readers find the old text \
      and may not notice the new one. Read what changed, and then refer to the new record. Drafts and proposals do not \
      supersede anything yet. Records of events keep their references.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let successors = facts.successors
      for (edge, target) in facts.dated.effectiveReferences {
        guard let (successor, site) = successors.of(target), edge.origin != .entry(successor) else { continue }
        let new = dossier.entries[successor]
        reporter.report(
          "\(dossier.name(of: edge.origin)) refers to \(dossier.entries[target].id), which \(new.named) supersedes",
          at: edge.site, label: "did you mean \(new.id) (\(new.title))?",
          others: [.init(site.path, site.span, "superseded here")], help: "read what changed, and refer to \(new.id)")
      }
    },
    bad: RuleExample([
      "documents/doc-001.md": """
      ---
      kind: document
      id: DOC-001
      title: How answers are tested
      owner: ⟦ROL-001⟧
      ---
      """,
      "roles.yaml": """
      kind: role
      records:
        - id: ROL-001
          title: Test lead
          accountable_for: [acceptance tests]
        - id: ROL-002
          title: Head of quality
          accountable_for: [acceptance tests, monitoring]
          supersedes: ROL-001
      """,
    ]),
    good: .fixing(["documents/doc-001.md": ("owner: ROL-001", "owner: ROL-002")]))
}
