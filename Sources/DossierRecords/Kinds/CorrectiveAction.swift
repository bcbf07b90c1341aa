package import DossierText

/// An action that prevents a problem from happening again, with its effectiveness check (clause 10.2).
package struct CorrectiveAction: Record {
  package let due: CivilDate
  package let done: CivilDate?
  package let effectiveness: ActionEffectiveness?

  package static let name = "corrective-action"

  package static let kind = RecordKind(
    name, prefix: "CAR", singular: "Corrective action", plural: "Corrective actions",
    meaning: "An action with a due date that prevents a problem from happening again, and the check of its effectiveness.",
    clauses: ["10.2"], section: .improvement, requires: ["owner"],
    columns: ["due", "done", "effectiveness"],
    traits: KindTraits(.event, date: nil, [.observes, .followUp, .response], mainReader: .author),
    Schema(
      Field("due", \.due, "the due date"),
      Field("done", \.done, "the date when it was done"),
      Field("effectiveness", \.effectiveness, "the effectiveness check"),
      make: CorrectiveAction.init))
}

/// The effectiveness check of a corrective action.
package struct ActionEffectiveness: MappingValue {
  package let checkedBy: Reference<Role>?
  package let date: CivilDate?
  package let effective: Bool?
  package let evidence: Reference<Evidence>?

  package static let schema = Schema(
    Field("checked_by", \ActionEffectiveness.checkedBy, "the role that checked", example: "ROL-012"),
    Field("date", \ActionEffectiveness.date, "the date of the check"),
    Field("effective", \ActionEffectiveness.effective, "whether the action was effective"),
    Field("evidence", \ActionEffectiveness.evidence, "the evidence", example: "EVD-040"),
    make: ActionEffectiveness.init)
}
