import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let policyWithoutProcess = RuleID("policy-without-process")
}

extension Rules {
  static let policyWithoutProcess = Rule(
    .policyWithoutProcess, .traceability, .warning,
    title: "a policy names the processes by which it is kept",
    clauses: ["5.2", "A.2.2"],
    explanation: """
      A policy is a set of promises. Each needs something that keeps it: a procedure, a gate, a register, a report. \
      A policy with nothing under `processes` can be read but not followed, and auditors ask next how it is carried \
      out. Name the records by which it is put into practice.
      """,
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
    ])
  ) { facts, reporter in
    for (_, entry, policy) in facts.records(Policy.self) where policy.processes.isEmpty {
      reporter.report(
        "\(entry.named) names no process by which it is kept", in: entry,
        help: "name the documents, registers or gates that carry it out under `processes`")
    }
  }
}
