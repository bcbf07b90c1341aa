package import DossierText

/// An external party that provides an AI system, a model, data, or a service for AI systems, models or data (A.10).
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
    meaning: "An external party that provides AI systems, models, data or services, with its assessment and contract.",
    clauses: ["8.1", "A.10.2", "A.10.3"], section: .systems,
    columns: ["service", "assessment", "risk_posture", "monitoring"],
    traits: KindTraits(.document, date: nil, [.mustBeReferenced]),
    Schema(
      Field("service", \.service, "what it provides", example: "language model over an API"),
      Field("assessment", \.assessment, "its latest assessment"),
      Field("contract", \.contract, "the contract terms about AI"),
      Field(
        "data_handling", \.dataHandling, "how it handles our data",
        example: "no training on our data, deletion after 30 days"),
      Field("risk_posture", \.riskPosture, "how critical and how trustworthy it is"),
      Field("monitoring", \.monitoring, "how it is monitored", example: "release notes read weekly"),
      Field("exit_plan", \.exitPlan, "the plan for ending the use of the supplier"),
      Field(
        "agreements", \.agreements, "the current agreements",
        example: "[master agreement 2025-04, data processing agreement]"),
      Field("responsibilities", \.responsibilities, "the division of responsibilities, by control"),
      make: Supplier.init))
}

/// An assessment of a supplier.
package struct SupplierAssessment: MappingValue {
  package let date: CivilDate
  package let by: Reference<Role>
  package let result: Result

  package static let schema = Schema(
    Field("date", \SupplierAssessment.date, "the date of the assessment"),
    Field("by", \SupplierAssessment.by, "the role that made the assessment", example: "ROL-013"),
    Field("result", \SupplierAssessment.result, "the result"),
    make: SupplierAssessment.init)

  /// The result of an assessment.
  package enum Result: String, Vocabulary {
    case accepted
    case acceptedWithConditions = "accepted-with-conditions"
    case rejected
  }
}

/// The contract terms of a supplier about AI.
package struct SupplierContract: MappingValue {
  package let clauses: [String]
  package let evidenceDuty: String?

  package static let schema = Schema(
    Field("clauses", \SupplierContract.clauses, "the agreed terms", example: "[30 days' notice of model changes]"),
    Field(
      "evidence_duty", \SupplierContract.evidenceDuty, "the evidence that the supplier must provide, and when",
      example: "test report at each release"),
    make: SupplierContract.init)
}

/// The responsible party for a control to which a supplier contributes.
package struct SupplierResponsibility: MappingValue {
  package let control: ItemReference
  package let party: Party
  package let note: String?

  package static let schema = Schema(
    Field("control", \SupplierResponsibility.control, "the control", example: "A.6.2.8"),
    Field("party", \SupplierResponsibility.party, "the responsible party"),
    Field("note", \SupplierResponsibility.note, "the division of the work", example: "supplier writes the log, we read it"),
    make: SupplierResponsibility.init)

  /// The responsible party for a control.
  package enum Party: String, Vocabulary {
    case ours, theirs, shared
  }
}
