package import DossierText

/// A worry about AI that somebody raised, and what came of it (A.3.3).
package struct Concern: Record {
  package let raised: CivilDate
  package let channel: String?
  package let about: [AnyReference]
  package let handledBy: Reference<Role>?
  package let outcome: String?

  package static let name = "concern"

  package static let kind = RecordKind(
    name, prefix: "CNC", singular: "Concern", plural: "Concerns",
    meaning: "A worry about the organisation's AI that somebody inside or outside raised, and what came of it.",
    clauses: ["A.3.3", "A.8.3"], section: .operation,
    columns: ["raised", "channel", "about", "handled_by", "outcome"],
    traits: KindTraits(.event, date: "raised", [.observes, .coversNothing, .followUp]),
    Schema(
      Field("raised", \.raised, "when it was raised"),
      Field("channel", \.channel, "how it came in", example: "anonymous form"),
      Field("about", \.about, "the records it concerns", example: "[AIS-003]"),
      Field("handled_by", \.handledBy, "the role that dealt with it", example: "ROL-002"),
      Field("outcome", \.outcome, "what came of it"),
      make: Concern.init))
}
