/// An external or internal issue that affects the management system (clause 4.1).
package struct ContextIssue: Record {
  package let origin: Origin
  package let area: Area?
  package let effect: String?

  package static let name = "context-issue"

  package static let kind = RecordKind(
    name, prefix: "CTX", singular: "Context issue", plural: "Context issues",
    meaning: "An external or internal issue that affects what the AI management system can achieve.",
    clauses: ["4.1"], section: .governance,
    columns: ["origin", "area", "effect"],
    traits: KindTraits(.document, date: nil, [.coversNothing]),
    Schema(
      Field("origin", \.origin, "whether it is external or internal"),
      Field("area", \.area, "the subject area"),
      Field(
        "effect", \.effect, "its effect on the management system",
        example: "more notice periods to watch in supplier contracts"),
      make: ContextIssue.init))

  /// The origin of an issue.
  package enum Origin: String, Vocabulary {
    case outside = "external"
    case inside = "internal"
  }

  /// The subject area of an issue.
  package enum Area: String, Vocabulary {
    case regulation, customers, technology, structure
    case existingSystems = "existing-systems"
    case maturity, market, society
  }
}
