import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let policyWithoutProcess = RuleID("policy-without-process")
}

extension Rules {
  static let policyWithoutProcess = Rule(
    .policyWithoutProcess, .traceability, .warning,
    title: "a policy refers to the processes that implement it",
    clauses: ["5.2", "A.2.2"],
    explanation: """
      A policy must list at least one record in `processes`. Each commitment of a policy needs something that implements \
      it, such as a procedure, a gate, a register or a report. Auditors ask how a policy is carried out. List in \
      `processes` the records that implement the policy.
      """,
    check: { facts, reporter in
      for (_, entry, policy) in facts.records(Policy.self) where policy.processes.isEmpty {
        reporter.report(
          "\(entry.named) refers to no process that implements it", in: entry,
          help: "list in `processes` the documents, registers or gates that implement it")
      }
    },
    bad: RuleExample([
      "policies.yaml": """
      kind: policy
      records:
        - id: ⟦POL-001⟧
          title: AI policy
          effective: 2026-01-15
          approvals: [{by: ROL-001, date: 2026-01-14}]
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: RuleExample([
      "documents.yaml": """
      kind: document
      records:
        - {id: DOC-001, title: Gate procedure, type: procedure}
      """,
      "policies.yaml": """
      kind: policy
      records:
        - id: POL-001
          title: AI policy
          effective: 2026-01-15
          approvals: [{by: ROL-001, date: 2026-01-14}]
          processes: [DOC-001]
      """,
      "roles.yaml": ExampleText.roles,
    ]))
}
