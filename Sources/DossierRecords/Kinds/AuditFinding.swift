/// One thing an audit found, good or bad (clause 9.2).
package struct AuditFinding: Record {
  package let audit: Reference<Audit>
  package let grade: Grade
  package let controls: [ItemReference]
  package let nonconformity: Reference<Nonconformity>?

  package static let name = "audit-finding"

  package static let kind = RecordKind(
    name, prefix: "FND", singular: "Audit finding", plural: "Audit findings",
    meaning: "One result of an audit: something in order, something to improve or something that does not conform.",
    clauses: ["9.2.1", "9.2.2"], section: .improvement,
    columns: ["audit", "type", "controls", "nonconformity"],
    traits: KindTraits(.event, date: nil, [.observes, .coversNothing, .followUp]),
    Schema(
      Field("audit", \.audit, "the audit that found it", example: "AUD-001"),
      Field("type", \.grade, "how it is graded"),
      Field("controls", \.controls, "the clauses and controls it is about", example: "[A.10.3]"),
      Field("nonconformity", \.nonconformity, "the nonconformity that follows it up", example: "NCR-001"),
      make: AuditFinding.init))

  /// How a finding is graded.
  package enum Grade: String, Vocabulary {
    case conformity, observation, opportunity, minor, major
  }
}
