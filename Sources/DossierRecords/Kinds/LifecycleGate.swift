package import DossierText

/// A decision on whether an AI system may enter a life-cycle stage (A.6.1.3, A.6.2).
package struct LifecycleGate: Record {
  package let system: Reference<AISystem>
  package let stage: LifecycleStage
  package let date: CivilDate
  package let decision: Verdict
  package let approvedBy: Reference<Role>?
  package let checklist: [GateCheck]

  package static let name = "lifecycle-gate"

  package static let kind = RecordKind(
    name, prefix: "GTE", singular: "Life-cycle gate", plural: "Life-cycle gates",
    meaning: "A decision on whether an AI system may enter the next life-cycle stage, with the checks made for it.",
    clauses: ["A.6.1.3", "A.6.2.4", "A.6.2.5"], section: .systems,
    columns: ["system", "stage", "date", "decision", "approved_by"],
    traits: KindTraits(.event, date: "date", [], signature: .init("approved_by", date: "date")),
    Schema(
      Field("system", \.system, "the AI system", example: "AIS-007"),
      Field("stage", \.stage, "the stage to be entered"),
      Field("date", \.date, "the date of the decision"),
      Field("decision", \.decision, "the decision"),
      Field("approved_by", \.approvedBy, "the role that decided", example: "ROL-002"),
      Field("checklist", \.checklist, "the checks that were made"),
      make: LifecycleGate.init))

  /// The decision at a gate.
  package enum Verdict: String, Vocabulary {
    case go
    case conditionalGo = "conditional-go"
    case noGo = "no-go"
  }
}

/// A check made for a gate.
package struct GateCheck: MappingValue {
  package let item: String
  package let done: Bool
  package let evidence: Reference<Evidence>?

  package static let schema = Schema(
    Field("item", \GateCheck.item, "the subject of the check", example: "validation report signed"),
    Field("done", \GateCheck.done, "whether it was done"),
    Field("evidence", \GateCheck.evidence, "the evidence", example: "EVD-019"),
    make: GateCheck.init)
}
