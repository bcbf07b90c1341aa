package import DossierText

/// An internal audit of the management system (clause 9.2).
package struct Audit: Record {
  package let date: CivilDate
  package let scope: [ItemReference]
  package let auditors: [Reference<Role>]
  package let criteria: String?
  package let method: String?
  package let programme: Reference<ManagedDocument>?
  package let reportTo: Reference<Role>?

  package static let name = "audit"

  package static let kind = RecordKind(
    name, prefix: "AUD", singular: "Audit", plural: "Audits",
    meaning: "An internal audit with its scope, auditors, criteria and method.",
    clauses: ["9.2.1", "9.2.2"], section: .improvement,
    columns: ["date", "scope", "auditors", "report_to"],
    traits: KindTraits(.event, date: "date", [.observes, .coversNothing], mainReader: .auditor),
    Schema(
      Field("date", \.date, "the date when it began"),
      Field("scope", \.scope, "the audited clauses and controls", required: true, example: "[9.2.1, A.6.2.4]"),
      Field("auditors", \.auditors, "the roles that audited", required: true, example: "[ROL-012]"),
      Field("criteria", \.criteria, "the audit criteria"),
      Field("method", \.method, "the audit method", example: "interviews and samples of 20 records"),
      Field("programme", \.programme, "the audit programme it belongs to", example: "DOC-007"),
      Field("report_to", \.reportTo, "the role that received the report", example: "ROL-001"),
      make: Audit.init))
}
