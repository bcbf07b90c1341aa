import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let approverWithoutAuthority = RuleID("approver-without-authority")
}

extension Rules {
  static let approverWithoutAuthority = Rule(
    .approverWithoutAuthority, .approval, .error, title: "a record is approved by a role with the authority",
    clauses: ["5.3", "A.3.2", "7.5.2"],
    explanation: """
      A role lists under `approves` the kinds of record that it may approve. A deputy may approve what the \
      represented role may approve. This rule reports an entry in `approvals` by a role that has no authority \
      for the kind. Such an approval is not valid, whatever its date. The rule does not report the entry if a \
      role with the authority approved the record on the same day or later. In a change or an exception, the \
      rule also reports a role in `approved_by` that has no authority or is not effective. Have the record \
      approved by a role with the authority. If the reported role should approve such records, add the kind to \
      `approves` of this role instead.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let asOf = facts.asOf
      let authorities = facts.authorities
      for (position, entry) in dossier.entries.enumerated() where facts.isCurrent(position) {
        let kind = entry.kind.name
        let able = authorities.approvers(of: entry)
        let help =
          able.isEmpty
          ? "list `\(kind)` in `approves` of another role, and have it approved by this role"
          : "have it approved by \(able.listed(3, "or"))"
        func report(_ role: Reference<Role>, _ field: String) {
          let isNotEffective = authorities.isNotEffective(role)
          let problem = isNotEffective ? "is not effective" : "may not approve records of this kind"
          let ending = isNotEffective ? ", or make \(role.id) effective" : ""
          reporter.report("\(entry.named) was approved by \(role.id), which \(problem)", in: entry, field, help: help + ending)
        }
        let approvals = facts.approvals(of: entry)
        for (i, approval) in approvals where !authorities.mayApprove(approval.by, kind) {
          // `approval-lapsed` or `approval-stale` reports a record that counts and has no effective approval.
          guard !authorities.isNotEffective(approval.by) || !facts.counts(position) else { continue }
          let isConfirmed = approvals.contains {
            $0.approval.date >= approval.date && authorities.mayApprove($0.approval.by, kind)
          }
          if !isConfirmed { report(approval.by, "approvals[\(i)].by") }
        }
        let signer: Reference<Role>? =
          (entry.record as? Change)?.approvedBy ?? (entry.record as? DossierRecords.Exception)?.approvedBy
        guard let signer, entry.date.map(asOf.includes) ?? true else { continue }
        if authorities.isNotEffective(signer) || !authorities.mayApprove(signer, kind) { report(signer, "approved_by") }
      }
    },
    bad: RuleExample([
      "policies.yaml": """
      kind: policy
      records:
        - id: POL-001
          title: AI policy
          effective: 2026-05-15
          approvals: [{by: ⟦ROL-002⟧, date: 2026-05-14}]
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: .fixing([
      "policies.yaml": ("approvals: [{by: ROL-002, date: 2026-05-14}]", "approvals: [{by: ROL-001, date: 2026-05-14}]")
    ]))
}
