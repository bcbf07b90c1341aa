package import DossierText

/// A training that holders of roles took part in (clauses 7.2, 7.3).
package struct Training: Record {
  package let roles: [Reference<Role>]
  package let date: CivilDate
  package let subject: String?
  package let validUntil: CivilDate?
  package let evidence: Reference<Evidence>?

  package static let name = "training"

  package static let kind = RecordKind(
    name, prefix: "TRN", singular: "Training", plural: "Training records",
    meaning: "A training held for certain roles, with its subject and the day until which it counts.",
    clauses: ["7.2", "7.3", "A.4.6"], section: .operation,
    columns: ["roles", "date", "subject", "valid_until"],
    traits: KindTraits(.event, date: "date", []),
    Schema(
      Field("roles", \.roles, "the roles trained", required: true, example: "[ROL-014]"),
      Field("date", \.date, "when it was held"),
      Field("subject", \.subject, "what it was about", example: "reading reason codes"),
      Field("valid_until", \.validUntil, "the last day it counts"),
      Field("evidence", \.evidence, "what shows it", example: "EVD-043"),
      make: Training.init))
}
