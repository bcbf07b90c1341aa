package import DossierText

/// A requirement that is not fulfilled, with the corrective actions (clause 10.2).
package struct Nonconformity: Record {
  package let found: CivilDate
  package let sources: [AnyReference]
  package let requirements: [ItemReference]
  package let cause: String?
  package let actions: [Reference<CorrectiveAction>]

  package static let name = "nonconformity"

  package static let kind = RecordKind(
    name, prefix: "NCR", singular: "Nonconformity", plural: "Nonconformities",
    meaning: "A requirement that is not fulfilled, with its source, cause and corrective actions.",
    clauses: ["10.2"], section: .improvement,
    columns: ["found", "source", "requirement", "actions"],
    traits: KindTraits(.event, date: "found", [.observes, .coversNothing, .followUp, .response], mainReader: .auditor),
    Schema(
      Field("found", \.found, "the date when it was found"),
      Field("source", \.sources, "the record in which it was found", example: "[FND-003]"),
      Field("requirement", \.requirements, "the clauses and controls that are not fulfilled", example: "[A.10.3]"),
      Field("cause", \.cause, "the cause"),
      Field("actions", \.actions, "the corrective actions", required: true, example: "[CAR-001]"),
      make: Nonconformity.init))
}
