package import DossierText

/// Something done so that a fault does not come back, and whether that worked (clause 10.2).
package struct CorrectiveAction: Record {
  package let due: CivilDate
  package let done: CivilDate?
  package let effectiveness: ActionEffectiveness?

  package static let name = "corrective-action"

  package static let kind = RecordKind(
    name, prefix: "CAR", singular: "Corrective action", plural: "Corrective actions",
    meaning: "Something to be done by a day so that a fault does not come back, and the check whether it worked.",
    clauses: ["10.2"], section: .improvement, requires: ["owner"],
    columns: ["due", "done", "effectiveness"],
    traits: KindTraits(.event, date: nil, [.observes, .followUp, .response], mainReader: .author),
    Schema(
      Field("due", \.due, "when it is to be done"),
      Field("done", \.done, "when it was done"),
      Field("effectiveness", \.effectiveness, "whether it worked"),
      make: CorrectiveAction.init))
}

/// The check whether a corrective action worked.
package struct ActionEffectiveness: MappingValue {
  package let checkedBy: Reference<Role>?
  package let date: CivilDate?
  package let effective: Bool?
  package let evidence: Reference<Evidence>?

  package static let schema = Schema(
    Field("checked_by", \ActionEffectiveness.checkedBy, "the role that checked", example: "ROL-012"),
    Field("date", \ActionEffectiveness.date, "when it was checked"),
    Field("effective", \ActionEffectiveness.effective, "whether it worked"),
    Field("evidence", \ActionEffectiveness.evidence, "what shows it", example: "EVD-040"),
    make: ActionEffectiveness.init)
}
