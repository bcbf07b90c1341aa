/// Small files that examples of many rules need beside the one they are about.
enum ExampleText {
  static let roles = """
    kind: role
    records:
      - id: ROL-001
        title: Managing Board
        held_by: three members
        accountable_for: [the AI policy]
        approves: [policy, document, lifecycle-gate, change, exception, management-review, "risk: residual up to 12"]
      - id: ROL-002
        title: Head of Customer Care
        held_by: Customer Care, Porto
        accountable_for: [the support assistant]
        approves: ["risk: residual up to 6"]
      - id: ROL-003
        title: Internal Auditor
        held_by: Internal Audit
        accountable_for: [internal audits]
    """

  static let system = """
    kind: ai-system
    records:
      - id: AIS-001
        title: Support assistant
        purpose: answers questions of shoppers
        owner: ROL-002
        role: [deployer]
        lifecycle: operation
        risk_class: limited
    """

  static let configuration = """
    organisation: Example Ltd
    risk:
      acceptable: 6
      tolerable: 12
    """
}
