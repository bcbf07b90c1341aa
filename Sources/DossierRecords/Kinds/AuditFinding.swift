/// A finding of an audit, positive or negative (clause 9.2).
package struct AuditFinding: Record {
  package let audit: Reference<Audit>
  package let grade: Grade
  package let controls: [ItemReference]
  package let nonconformity: Reference<Nonconformity>?

  package static let name = "audit-finding"

  package static let kind = RecordKind(
    name, prefix: "FND", singular: "Audit finding", plural: "Audit findings",
    meaning: "A finding of an audit: a conformity, an opportunity for improvement or a nonconformity.",
    clauses: ["9.2.1", "9.2.2"], section: .improvement,
    columns: ["audit", "type", "controls", "nonconformity"],
    traits: KindTraits(.event, date: nil, [.observes, .coversNothing, .followUp]),
    Schema(
      Field("audit", \.audit, "the audit", example: "AUD-001"),
      Field("type", \.grade, "the grade"),
      Field("controls", \.controls, "the clauses and controls concerned", example: "[A.10.3]"),
      Field("nonconformity", \.nonconformity, "the nonconformity that follows it up", example: "NCR-001"),
      make: AuditFinding.init))

  /// The grade of a finding.
  package enum Grade: String, Vocabulary {
    case conformity, observation, opportunity, minor, major
  }
}
