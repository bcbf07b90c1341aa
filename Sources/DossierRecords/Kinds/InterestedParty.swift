/// A party whose needs the management system must take into account (clause 4.2).
package struct InterestedParty: Record {
  package let needs: [String]
  package let category: Category?
  package let requirements: [ItemReference]

  package static let name = "interested-party"

  package static let kind = RecordKind(
    name, prefix: "INP", singular: "Interested party", plural: "Interested parties",
    meaning: "A person, group or body that affects the organisation's AI or is affected by it, with its needs.",
    clauses: ["4.2"], section: .governance,
    columns: ["category", "needs", "requirements"],
    traits: KindTraits(.document, date: nil, [.coversNothing]),
    Schema(
      Field("needs", \.needs, "its needs and expectations", required: true, example: "[a reason for each refusal]"),
      Field("category", \.category, "the type of party"),
      Field(
        "requirements", \.requirements, "the clauses, controls or articles that contain its needs",
        example: "[\"eu-ai-act:Art. 50\", A.8.5]"),
      make: InterestedParty.init))

  /// The type of an interested party.
  package enum Category: String, Vocabulary {
    case customer, regulator, employee, partner, supplier
    case affectedPeople = "affected-people"
    case society
  }
}
