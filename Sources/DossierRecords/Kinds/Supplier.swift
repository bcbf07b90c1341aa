package import DossierText

/// Somebody outside who delivers an AI system, a model, data or a service they need (A.10).
package struct Supplier: Record {
  package let service: String
  package let assessment: SupplierAssessment?
  package let contract: SupplierContract?
  package let dataHandling: String?
  package let riskPosture: String?
  package let monitoring: String?
  package let exitPlan: String?
  package let agreements: [String]
  package let responsibilities: [SupplierResponsibility]

  package static let name = "supplier"

  package static let kind = RecordKind(
    name, prefix: "SUP", singular: "Supplier", plural: "Suppliers",
    meaning: "Somebody outside who delivers AI systems, models, data or services, and how they are held to it.",
    clauses: ["8.1", "A.10.2", "A.10.3"], section: .systems,
    columns: ["service", "assessment", "risk_posture", "monitoring"],
    traits: KindTraits(.document, date: nil, [.mustBeReferenced]),
    Schema(
      Field("service", \.service, "what it delivers", example: "language model over an API"),
      Field("assessment", \.assessment, "its latest assessment"),
      Field("contract", \.contract, "what the contract says about AI"),
      Field(
        "data_handling", \.dataHandling, "what it does with our data",
        example: "no training on our data, deletion after 30 days"),
      Field("risk_posture", \.riskPosture, "how much depends on it and how far it is trusted"),
      Field("monitoring", \.monitoring, "how it is watched", example: "release notes read weekly"),
      Field("exit_plan", \.exitPlan, "how to do without it"),
      Field(
        "agreements", \.agreements, "the agreements in force",
        example: "[master agreement 2025-04, data processing agreement]"),
      Field("responsibilities", \.responsibilities, "who does what, control by control"),
      make: Supplier.init))
}

/// An assessment of a supplier.
package struct SupplierAssessment: MappingValue {
  package let date: CivilDate
  package let by: Reference<Role>
  package let result: Result

  package static let schema = Schema(
    Field("date", \SupplierAssessment.date, "when it was done"),
    Field("by", \SupplierAssessment.by, "the role that did it", example: "ROL-013"),
    Field("result", \SupplierAssessment.result, "what came out"),
    make: SupplierAssessment.init)

  /// What came out of an assessment.
  package enum Result: String, Vocabulary {
    case accepted
    case acceptedWithConditions = "accepted-with-conditions"
    case rejected
  }
}

/// What a supplier's contract says about AI.
package struct SupplierContract: MappingValue {
  package let clauses: [String]
  package let evidenceDuty: String?

  package static let schema = Schema(
    Field("clauses", \SupplierContract.clauses, "what was agreed", example: "[30 days' notice of model changes]"),
    Field(
      "evidence_duty", \SupplierContract.evidenceDuty, "what the supplier must show, and when",
      example: "test report at each release"),
    make: SupplierContract.init)
}

/// Who answers for a control that a supplier has a part in.
package struct SupplierResponsibility: MappingValue {
  package let control: ItemReference
  package let party: Party
  package let note: String?

  package static let schema = Schema(
    Field("control", \SupplierResponsibility.control, "the control", example: "A.6.2.8"),
    Field("party", \SupplierResponsibility.party, "who answers for it"),
    Field("note", \SupplierResponsibility.note, "who does which part", example: "supplier writes the log, we read it"),
    make: SupplierResponsibility.init)

  /// Who answers for a control.
  package enum Party: String, Vocabulary {
    case ours, theirs, shared
  }
}
