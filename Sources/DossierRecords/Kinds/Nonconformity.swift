package import DossierText

/// Something that is not as a requirement says, and what is done about it (clause 10.2).
package struct Nonconformity: Record {
  package let found: CivilDate
  package let sources: [AnyReference]
  package let requirements: [ItemReference]
  package let cause: String?
  package let actions: [Reference<CorrectiveAction>]

  package static let name = "nonconformity"

  package static let kind = RecordKind(
    name, prefix: "NCR", singular: "Nonconformity", plural: "Nonconformities",
    meaning: "A requirement that was not met: how it came to light, why it happened and what is done about it.",
    clauses: ["10.2"], section: .improvement,
    columns: ["found", "source", "requirement", "actions"],
    traits: KindTraits(.event, date: "found", [.observes, .coversNothing, .followUp, .response], mainReader: .auditor),
    Schema(
      Field("found", \.found, "when it was found"),
      Field("source", \.sources, "what brought it to light", example: "[FND-003]"),
      Field("requirement", \.requirements, "the clauses and controls not met", example: "[A.10.3]"),
      Field("cause", \.cause, "why it happened"),
      Field("actions", \.actions, "what is done about it", required: true, example: "[CAR-001]"),
      make: Nonconformity.init))
}
