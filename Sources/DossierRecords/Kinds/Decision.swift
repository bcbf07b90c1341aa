/// A decision about the management system worth remembering: why, what and what follows.
package struct Decision: Record {
  package let context: Prose?
  package let decision: Prose?
  package let consequences: Prose?

  package static let name = "decision"

  package static let kind = RecordKind(
    name, prefix: "DEC", singular: "Decision", plural: "Decisions",
    meaning: "A decision about AI or its management that should be remembered, why it was made and what follows.",
    clauses: ["5.1", "7.5.1"], section: .governance,
    columns: ["context", "decision", "consequences"],
    traits: KindTraits(.event, date: nil, [.observes, .response]),
    Schema(
      Field("context", \.context, "what the situation was"),
      Field("decision", \.decision, "what was decided"),
      Field("consequences", \.consequences, "what follows, good and bad"),
      make: Decision.init))
}
