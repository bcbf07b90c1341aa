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
      A role lists under `approves` the kinds of record that it may approve. A deputy may approve what the represented \
      role may approve. This rule reports an approval by a role that has no authority for the kind. Such an approval \
      is not valid, whatever its date. If a role with the authority approves the record on the same day or later, this \
      rule reports nothing. Have the record approved by a role with the authority. If the reported role should approve \
      such records, add the kind to `approves` of this role instead.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let asOf = facts.asOf
      let authorities = facts.authorities
      for (position, entry) in dossier.entries.enumerated()
      where facts.isCurrent(position) && authorities.isDefined(for: entry.kind.name) {
        let approvals = facts.approvals(of: entry)
        for (i, approval) in approvals where !authorities.mayApprove(approval.by, entry.kind.name) {
          let isConfirmed = approvals.contains {
            $0.approval.date >= approval.date && authorities.mayApprove($0.approval.by, entry.kind.name)
          }
          guard !isConfirmed else { continue }
          reporter.report(
            "\(entry.named) was approved by \(approval.by.id), which may not approve records of this kind", in: entry,
            "approvals[\(i)].by",
            help: "have it approved by \(authorities.approvers(of: entry.kind.name).listed(3, "or"))")
        }
        let signer: Reference<Role>? =
          (entry.record as? Change)?.approvedBy ?? (entry.record as? DossierRecords.Exception)?.approvedBy
        guard let signer, entry.date.map(asOf.includes) ?? true, !authorities.mayApprove(signer, entry.kind.name) else {
          continue
        }
        reporter.report(
          "\(entry.named) was approved by \(signer.id), which may not approve records of this kind", in: entry, "approved_by",
          help: "have it approved by \(authorities.approvers(of: entry.kind.name).listed(3, "or"))")
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
