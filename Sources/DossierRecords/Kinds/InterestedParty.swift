/// Somebody whose needs the management system must take into account (clause 4.2).
package struct InterestedParty: Record {
  package let needs: [String]
  package let category: Category?
  package let requirements: [ItemReference]

  package static let name = "interested-party"

  package static let kind = RecordKind(
    name, prefix: "INP", singular: "Interested party", plural: "Interested parties",
    meaning: "A person, group or body that the organisation's AI affects or that affects it, and what they need.",
    clauses: ["4.2"], section: .governance,
    columns: ["category", "needs", "requirements"],
    traits: KindTraits(.document, date: nil, [.coversNothing]),
    Schema(
      Field("needs", \.needs, "what it needs or expects", required: true, example: "[a reason for each refusal]"),
      Field("category", \.category, "what kind of party it is"),
      Field(
        "requirements", \.requirements, "the clauses, controls or articles that carry its needs",
        example: "[\"eu-ai-act:Art. 50\", A.8.5]"),
      make: InterestedParty.init))

  /// What kind of party it is.
  package enum Category: String, Vocabulary {
    case customer, regulator, employee, partner, supplier
    case affectedPeople = "affected-people"
    case society
  }
}
