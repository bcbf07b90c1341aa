import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let exceptionSelfApproved = Rule(
    RuleID("exception-self-approved"), .approval, .warning,
    title: "an exception is approved by a role that does not own all its records",
    clauses: ["5.3", "A.3.2"],
    explanation: """
      An exception is a permission to break a rule for a limited time. This rule reports an exception if the approving \
      role owns every record that the exception lists. The role then gives the permission to itself. Have another role \
      with the authority approve the exception.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for (position, entry, exception) in facts.records(DossierRecords.Exception.self) {
        let excepted = dossier.targets(of: position, "records").map { dossier.entries[$0] }
        let approver = RecordID.key(exception.approvedBy.id)
        guard let first = excepted.first, excepted.allSatisfy({ $0.head?.owner.map { RecordID.key($0.id) } == approver }) else {
          continue
        }
        reporter.report(
          "\(entry.named) was approved by \(exception.approvedBy.id), which owns all records that the exception lists", in: entry,
          "approved_by",
          others: [first.label("owner", "its owner")], help: "have the exception approved by another role with the authority")
      }
    },
    bad: RuleExample([
      "exceptions.yaml": """
      kind: exception
      records:
        - id: EXC-001
          title: Energy report a year old
          rule: evidence-expired
          records: [EVD-001]
          reason: the new figures come in December
          approved_by: ⟦ROL-001⟧
          until: 2026-12-31
      """,
      "evidence.yaml": """
      kind: evidence
      records:
        - id: EVD-001
          title: Energy report
          owner: ROL-001
          controls: [A.4.5]
          location: archive
          collected: 2025-05-04
          collected_by: ROL-002
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: .fixing(["evidence.yaml": ("owner: ROL-001", "owner: ROL-002")]))
}
