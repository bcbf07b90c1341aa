package import DossierText

/// A decision whether an AI system may enter a stage of its life (A.6.1.3, A.6.2).
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
    meaning: "A decision whether an AI system may enter the next stage of its life, with the checks it rests on.",
    clauses: ["A.6.1.3", "A.6.2.4", "A.6.2.5"], section: .systems,
    columns: ["system", "stage", "date", "decision", "approved_by"],
    traits: KindTraits(.event, date: "date", [], signature: .init("approved_by", date: "date")),
    Schema(
      Field("system", \.system, "the AI system", example: "AIS-007"),
      Field("stage", \.stage, "the stage it may or may not enter"),
      Field("date", \.date, "when it was decided"),
      Field("decision", \.decision, "what was decided"),
      Field("approved_by", \.approvedBy, "the role that decided", example: "ROL-002"),
      Field("checklist", \.checklist, "what was checked"),
      make: LifecycleGate.init))

  /// What is decided at a gate.
  package enum Verdict: String, Vocabulary {
    case go
    case conditionalGo = "conditional-go"
    case noGo = "no-go"
  }
}

/// One line of a gate's checklist.
package struct GateCheck: MappingValue {
  package let item: String
  package let done: Bool
  package let evidence: Reference<Evidence>?

  package static let schema = Schema(
    Field("item", \GateCheck.item, "what was checked", example: "validation report signed"),
    Field("done", \GateCheck.done, "whether it was done"),
    Field("evidence", \GateCheck.evidence, "what shows it", example: "EVD-019"),
    make: GateCheck.init)
}
