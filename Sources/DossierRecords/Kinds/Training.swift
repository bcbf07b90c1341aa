package import DossierText

/// A training for certain roles (clauses 7.2, 7.3).
package struct Training: Record {
  package let roles: [Reference<Role>]
  package let date: CivilDate
  package let subject: String?
  package let validUntil: CivilDate?
  package let evidence: Reference<Evidence>?

  package static let name = "training"

  package static let kind = RecordKind(
    name, prefix: "TRN", singular: "Training", plural: "Training records",
    meaning: "A training for certain roles, with its subject and the end of its validity.",
    clauses: ["7.2", "7.3", "A.4.6"], section: .operation,
    columns: ["roles", "date", "subject", "valid_until"],
    traits: KindTraits(.event, date: "date", []),
    Schema(
      Field("roles", \.roles, "the trained roles", required: true, example: "[ROL-014]"),
      Field("date", \.date, "the date of the training"),
      Field("subject", \.subject, "the subject", example: "reading reason codes"),
      Field("valid_until", \.validUntil, "the last day on which it is valid", isLimit: true),
      Field("evidence", \.evidence, "the evidence", example: "EVD-043"),
      make: Training.init))
}
