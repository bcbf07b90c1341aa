package import DossierText

/// Leave not to follow one rule of this program for some records, until a day.
package struct Exception: Record {
  package let rule: String
  package let records: [AnyReference]
  package let reason: String
  package let approvedBy: Reference<Role>
  package let until: CivilDate

  package static let name = "exception"

  package static let kind = RecordKind(
    name, prefix: "EXC", singular: "Exception", plural: "Exceptions",
    meaning: "Leave to break one of the checking rules for named records, approved for a reason and until a day.",
    clauses: ["8.1"], section: .assurance,
    columns: ["rule", "records", "approved_by", "until"],
    traits: KindTraits(
      .document, date: nil, [.observes, .coversNothing],
      signature: .init("approved_by", date: nil), mainReader: .author),
    Schema(
      Field("rule", \.rule, "the id of the rule", example: "evidence-expired"),
      Field("records", \.records, "the records it holds for", required: true, example: "[EVD-014]"),
      Field("reason", \.reason, "why the rule may be broken"),
      Field("approved_by", \.approvedBy, "the role that approved it", example: "ROL-002"),
      Field("until", \.until, "the last day it holds"),
      make: Exception.init))
}
