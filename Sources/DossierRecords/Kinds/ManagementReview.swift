package import DossierText

/// A review of the whole management system by top management (clause 9.3).
package struct ManagementReview: Record {
  package let date: CivilDate
  package let attended: [Reference<Role>]
  package let inputs: ReviewInputs?
  package let outputs: ReviewOutputs?
  package let actions: [ReviewAction]

  package static let name = "management-review"

  package static let kind = RecordKind(
    name, prefix: "MRV", singular: "Management review", plural: "Management reviews",
    meaning: "A review of the whole management system by top management, with its inputs and decisions.",
    clauses: ["9.3.1", "9.3.2", "9.3.3"], section: .improvement,
    columns: ["date", "attended", "actions"],
    traits: KindTraits(.event, date: "date", [.observes, .response], mainReader: .auditor),
    Schema(
      Field("date", \.date, "the date of the review"),
      Field("attended", \.attended, "the roles that took part", required: true, example: "[ROL-001, ROL-002]"),
      Field("inputs", \.inputs, "the inputs to the review"),
      Field("outputs", \.outputs, "the decisions of the review"),
      Field("actions", \.actions, "the actions that follow from it"),
      make: ManagementReview.init))
}

/// The inputs to a management review.
package struct ReviewInputs: MappingValue {
  package let previousActions: String?
  package let contextChanges: String?
  package let riskAndImpact: String?
  package let monitoring: String?
  package let auditFindings: String?
  package let incidentsAndNonconformities: String?
  package let opportunities: String?

  package static let schema = Schema(
    Field("previous_actions", \ReviewInputs.previousActions, "the status of the actions from the last review"),
    Field("context_changes", \ReviewInputs.contextChanges, "external and internal changes"),
    Field("risk_and_impact", \ReviewInputs.riskAndImpact, "the status of risks and impacts"),
    Field("monitoring", \ReviewInputs.monitoring, "the results of monitoring and measurement"),
    Field("audit_findings", \ReviewInputs.auditFindings, "the results of audits"),
    Field("incidents_and_nonconformities", \ReviewInputs.incidentsAndNonconformities, "incidents and nonconformities"),
    Field("opportunities", \ReviewInputs.opportunities, "opportunities for improvement"),
    make: ReviewInputs.init)
}

/// The decisions of a management review.
package struct ReviewOutputs: MappingValue {
  package let suitability: String?
  package let improvements: String?
  package let resources: String?
  package let policyOrObjectiveChanges: String?

  package static let schema = Schema(
    Field("suitability", \ReviewOutputs.suitability, "whether the management system is still suitable, adequate and effective"),
    Field("improvements", \ReviewOutputs.improvements, "the decided improvements"),
    Field("resources", \ReviewOutputs.resources, "the people, money or tools provided"),
    Field("policy_or_objective_changes", \ReviewOutputs.policyOrObjectiveChanges, "the changes to policies or objectives"),
    make: ReviewOutputs.init)
}

/// An action from a management review.
package struct ReviewAction: MappingValue {
  package let what: String
  package let owner: Reference<Role>?
  package let due: CivilDate?
  package let done: CivilDate?

  package static let schema = Schema(
    Field("what", \ReviewAction.what, "the action"),
    Field("owner", \ReviewAction.owner, "the responsible role", example: "ROL-002"),
    Field("due", \ReviewAction.due, "the due date"),
    Field("done", \ReviewAction.done, "the date when it was done"),
    make: ReviewAction.init)
}
