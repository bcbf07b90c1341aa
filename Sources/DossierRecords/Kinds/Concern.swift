package import DossierText

/// A concern about AI and its outcome (A.3.3).
package struct Concern: Record {
  package let raised: CivilDate
  package let channel: String?
  package let about: [AnyReference]
  package let handledBy: Reference<Role>?
  package let outcome: String?

  package static let name = "concern"

  package static let kind = RecordKind(
    name, prefix: "CNC", singular: "Concern", plural: "Concerns",
    meaning: "A concern about the organisation's AI, raised by a person inside or outside the organisation, and its outcome.",
    clauses: ["A.3.3", "A.8.3"], section: .operation,
    columns: ["raised", "channel", "about", "handled_by", "outcome"],
    traits: KindTraits(.event, date: "raised", [.observes, .coversNothing, .followUp]),
    Schema(
      Field("raised", \.raised, "the date when it was raised"),
      Field("channel", \.channel, "the channel through which it was raised", example: "anonymous form"),
      Field("about", \.about, "the records concerned", example: "[AIS-003]"),
      Field("handled_by", \.handledBy, "the role that handled it", example: "ROL-002"),
      Field("outcome", \.outcome, "the outcome"),
      make: Concern.init))
}
