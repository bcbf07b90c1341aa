/// Something outside or inside the organisation that bears on the management system (clause 4.1).
package struct ContextIssue: Record {
  package let origin: Origin
  package let area: Area?
  package let effect: String?

  package static let name = "context-issue"

  package static let kind = RecordKind(
    name, prefix: "CTX", singular: "Context issue", plural: "Context issues",
    meaning: "A circumstance outside or inside the organisation that bears on what its AI management system can achieve.",
    clauses: ["4.1"], section: .governance,
    columns: ["origin", "area", "effect"],
    traits: KindTraits(.document, date: nil, [.coversNothing]),
    Schema(
      Field("origin", \.origin, "whether it comes from outside or from inside"),
      Field("area", \.area, "the field it belongs to"),
      Field(
        "effect", \.effect, "what it does to the management system",
        example: "more notice periods to watch in supplier contracts"),
      make: ContextIssue.init))

  /// Where an issue comes from.
  package enum Origin: String, Vocabulary {
    case outside = "external"
    case inside = "internal"
  }

  /// The field an issue belongs to.
  package enum Area: String, Vocabulary {
    case regulation, customers, technology, structure
    case existingSystems = "existing-systems"
    case maturity, market, society
  }
}
