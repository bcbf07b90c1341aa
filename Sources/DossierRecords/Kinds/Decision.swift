/// A decision about the management system, with its reasons and consequences.
package struct Decision: Record {
  package let context: Prose?
  package let decision: Prose?
  package let consequences: Prose?

  package static let name = "decision"

  package static let kind = RecordKind(
    name, prefix: "DEC", singular: "Decision", plural: "Decisions",
    meaning: "A decision about AI or its management, with its reasons and consequences.",
    clauses: ["5.1", "7.5.1"], section: .governance,
    columns: ["context", "decision", "consequences"],
    traits: KindTraits(.event, date: nil, [.observes, .response]),
    Schema(
      Field("context", \.context, "the situation and the reasons"),
      Field("decision", \.decision, "the decision"),
      Field("consequences", \.consequences, "the consequences, good and bad"),
      make: Decision.init))
}
