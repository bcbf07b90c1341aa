import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let retiredReference = RuleID("retired-reference")
}

extension Rules {
  static let retiredReference = Rule(
    .retiredReference, .references, .warning, title: "effective records do not depend on retired records",
    clauses: ["7.5.3", "8.1"],
    explanation: """
      An effective record must not refer to a retired record, such as an unused role or a withdrawn policy. This rule \
      checks systems, models, policies, documents, risks, objectives, metrics, disclosures and lines of the statement of \
      applicability. Records of events, such as incidents, audits and evidence, keep their references. These references \
      were correct at that time. Approvals keep them too. Refer to the replacement, or retire this record too.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let successors = facts.successors
      for (edge, target) in facts.dated.effectiveReferences where facts.isRetired(target) {
        // If the retired record has a successor, `superseded-reference` reports the reference.
        guard successors.of(target) == nil else { continue }
        let old = dossier.entries[target]
        let others = old.retirementSpan.map { [Diagnostic.Label(old.path, $0, "retired here")] } ?? []
        reporter.report(
          "\(dossier.name(of: edge.origin)) depends on \(old.named), which is retired", at: edge.site, others: others,
          help: "refer to its replacement, or remove the reference")
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
          status: retired
        - id: ROL-002
          title: Head of customer care
          accountable_for: [the support assistant]
      """,
    ]),
    good: .fixing(["documents/doc-001.md": ("owner: ROL-001", "owner: ROL-002")]))
}
