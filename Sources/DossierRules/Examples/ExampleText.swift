import DossierRecords

/// Small files that several examples use. Each record has only its required fields. The parameter `fields` adds lines to the
/// front matter of the record.
enum ExampleText {
  static let organisation = "organisation: Example Ltd"

  /// A configuration with a risk appetite.
  static let configuration = """
    organisation: Example Ltd
    risk:
      acceptable: 6
      tolerable: 12
    """

  /// A register with ROL-001 only, for examples that need any role.
  static let role = """
    kind: role
    records:
      - id: ROL-001
        title: Head of customer care
        accountable_for: [the support assistant]
    """

  /// Three roles, each with the records that it may approve.
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

  /// A concern that refers to the given record, so that the record is not an orphan.
  static func mention(of id: String) -> String {
    file("concern", "CNC-001", "A question from outside", "raised: 2026-05-04", "about: [\(id)]")
  }

  static func system(
    id: String = "AIS-001", riskClass: String = "limited", lifecycle: String = "operation", role: String = "[deployer]",
    owner: String = "ROL-001", _ fields: String = ""
  ) -> String {
    file(
      "ai-system", id, "Support assistant", "owner: \(owner)", "purpose: answers questions about orders", "role: \(role)",
      "lifecycle: \(lifecycle)", "risk_class: \(riskClass)", fields)
  }

  static func model(id: String = "MDL-001", origin: String = "internal", _ fields: String = "") -> String {
    file("model", id, "Answer model", "version: \"1.0\"", "origin: \(origin)", fields)
  }

  static func dataset(
    id: String = "DTS-001", rights: String = "rights: {licence: written by our own staff}", _ fields: String = ""
  ) -> String {
    file("dataset", id, "Help articles", "source: our help pages", rights, fields)
  }

  static func supplier(id: String = "SUP-001", _ fields: String = "") -> String {
    file("supplier", id, "Answerworks", "service: a language model over an API", fields)
  }

  static func risk(id: String = "RSK-001", treatment: String = "mitigate", _ fields: String = "") -> String {
    file(
      "risk", id, "Wrong answers about refunds", "systems: [AIS-001]", "category: accuracy-and-reliability",
      "inherent: {likelihood: 4, impact: 3}", "treatment: \(treatment)", fields)
  }

  static func assessment(id: String = "AIA-001", _ fields: String = "") -> String {
    file(
      "impact-assessment", id, "Support assistant", "system: AIS-001", "date: 2026-03-02", "assessor: ROL-001", fields)
  }

  static func control(
    id: String = "SOA-A-6-2-4", control: String = "A.6.2.4", applicable: String = "true",
    justification: String = "wrong answers reach customers", implementation: String = "implemented", _ fields: String = ""
  ) -> String {
    file(
      "control-implementation", id, "Verification and validation", "control: \(control)", "applicable: \(applicable)",
      "justification: \(justification)", "implementation: \(implementation)", fields)
  }

  static func evidence(id: String = "EVD-001", collected: String = "2026-05-04", _ fields: String = "") -> String {
    file(
      "evidence", id, "Sample of answers", "controls: [A.6.2.4]", "collected: \(collected)", "collected_by: ROL-001", fields)
  }

  static func policy(id: String = "POL-001", _ fields: String = "", text: String = "") -> String {
    file(
      "policy", id, "AI policy", "approvals: [{by: ROL-001, date: 2026-01-15}]", "effective: 2026-01-15", fields, text: text)
  }

  static func incident(id: String = "INC-001", _ fields: String = "") -> String {
    file(
      "incident", id, "Refund promised in error", "systems: [AIS-001]", "detected: 2026-02-11T14:05Z", "severity: medium",
      fields)
  }

  /// A statement of applicability with a line for each control of Annex A except `absent`.
  static func statement(without absent: String = "") -> String {
    let last = ["A.2": 4, "A.3": 3, "A.4": 6, "A.5": 5, "A.6.1": 3, "A.6.2": 8, "A.7": 6, "A.8": 5, "A.9": 4, "A.10": 4]
    // The number that ends in .1 is the objective of the area, not a control.
    let controls = last.sorted { RecordID.precedes($0.key, $1.key) }.flatMap { area in
      (2...area.value).map { "\(area.key).\($0)" }
    }
    let lines = controls.filter { $0 != absent }.map {
      "  - {id: SOA-\($0.replacing(".", with: "-")), title: Line for \($0), control: \($0), applicable: true, "
        + "justification: a contract requires it, implementation: implemented}"
    }
    return "kind: control-implementation\nrecords:\n" + lines.joined(separator: "\n")
  }

  /// A Markdown file with one record.
  static func file(_ kind: String, _ id: String, _ title: String, _ fields: String..., text: String = "") -> String {
    let lines = ["---", "kind: \(kind)", "id: \(id)", "title: \(title)"] + fields.filter { !$0.isEmpty } + ["---"]
    return (text.isEmpty ? lines : lines + ["", text]).joined(separator: "\n") + "\n"
  }
}
