package import DossierText

/// A temporary exemption from one rule of this program for some records.
package struct Exception: Record {
  package let rule: String
  package let records: [AnyReference]
  package let reason: String
  package let approvedBy: Reference<Role>
  package let until: CivilDate

  package static let name = "exception"

  package static let kind = RecordKind(
    name, prefix: "EXC", singular: "Exception", plural: "Exceptions",
    meaning: "An approved exemption from one checking rule for certain records, with a reason and an end date.",
    clauses: ["8.1"], section: .assurance,
    columns: ["rule", "records", "approved_by", "until"],
    traits: KindTraits(
      .document, date: nil, [.observes, .coversNothing],
      signature: .init("approved_by", date: nil), mainReader: .author),
    Schema(
      Field("rule", \.rule, "the id of the rule", example: "evidence-expired"),
      Field("records", \.records, "the exempt records", required: true, example: "[EVD-014]"),
      Field("reason", \.reason, "the reason for the exemption"),
      Field("approved_by", \.approvedBy, "the role that approved it", example: "ROL-002"),
      Field("until", \.until, "the last day of the exemption"),
      make: Exception.init))
}
