import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let retiredReference = RuleID("retired-reference")
}

extension Rules {
  static let retiredReference = Rule(
    .retiredReference, .references, .warning, title: "what is in force does not rest on what is retired",
    clauses: ["7.5.3", "8.1"],
    explanation: """
      A record that is in force and names a retired one rests on something that no longer holds: a role nobody fills, a \
      policy that was withdrawn, a supplier that was left. Name what has taken its place, or retire this record too. Looked \
      at are systems, models, policies, documents, risks, objectives, metrics, disclosures and lines of the statement of \
      applicability. Records of what happened, such as incidents, audits and evidence, keep their references, because they \
      were true at the time; so do approvals.
      """,
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
          status: retired
        - id: ROL-002
          title: Head of customer care
          accountable_for: [the support assistant]
      """,
    ]),
    good: RuleExample([
      "documents/doc-001.md": """
      ---
      kind: document
      id: DOC-001
      title: How answers are tested
      owner: ROL-002
      ---
      """,
      "roles.yaml": """
      kind: role
      records:
        - id: ROL-001
          title: Test lead
          accountable_for: [acceptance tests]
          status: retired
        - id: ROL-002
          title: Head of customer care
          accountable_for: [the support assistant]
      """,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    let successors = facts.successors
    for (edge, target) in facts.dated.effectiveReferences where facts.isRetired(target) {
      // Then the other rule says it, and names what to write instead.
      guard successors.of(target) == nil else { continue }
      let old = dossier.entries[target]
      let others = old.retirementSpan.map { [Diagnostic.Label(old.path, $0, "retired here")] } ?? []
      reporter.report(
        "\(dossier.name(of: edge.origin)) rests on \(old.named), which is retired", at: edge.site, others: others,
        help: "name what has taken its place, or remove the reference")
    }
  }
}
