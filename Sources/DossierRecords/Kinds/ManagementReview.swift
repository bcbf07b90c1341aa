package import DossierText

/// Top management's look at the whole management system (clause 9.3).
package struct ManagementReview: Record {
  package let date: CivilDate
  package let attended: [Reference<Role>]
  package let inputs: ReviewInputs?
  package let outputs: ReviewOutputs?
  package let actions: [ReviewAction]

  package static let name = "management-review"

  package static let kind = RecordKind(
    name, prefix: "MRV", singular: "Management review", plural: "Management reviews",
    meaning: "A review of the whole management system by top management: what was put before it and what it decided.",
    clauses: ["9.3.1", "9.3.2", "9.3.3"], section: .improvement,
    columns: ["date", "attended", "actions"],
    traits: KindTraits(.event, date: "date", [.observes, .response], mainReader: .auditor),
    Schema(
      Field("date", \.date, "when it was held"),
      Field("attended", \.attended, "the roles that took part", required: true, example: "[ROL-001, ROL-002]"),
      Field("inputs", \.inputs, "what was put before it"),
      Field("outputs", \.outputs, "what was decided"),
      Field("actions", \.actions, "what is to be done after it"),
      make: ManagementReview.init))
}

/// What was put before a management review.
package struct ReviewInputs: MappingValue {
  package let previousActions: String?
  package let contextChanges: String?
  package let riskAndImpact: String?
  package let monitoring: String?
  package let auditFindings: String?
  package let incidentsAndNonconformities: String?
  package let opportunities: String?

  package static let schema = Schema(
    Field("previous_actions", \ReviewInputs.previousActions, "what became of the actions of the last review"),
    Field("context_changes", \ReviewInputs.contextChanges, "what changed around and inside the organisation"),
    Field("risk_and_impact", \ReviewInputs.riskAndImpact, "how risks and impacts stand"),
    Field("monitoring", \ReviewInputs.monitoring, "what the metrics show"),
    Field("audit_findings", \ReviewInputs.auditFindings, "what audits found"),
    Field("incidents_and_nonconformities", \ReviewInputs.incidentsAndNonconformities, "what went wrong"),
    Field("opportunities", \ReviewInputs.opportunities, "what could be done better"),
    make: ReviewInputs.init)
}

/// What a management review decided.
package struct ReviewOutputs: MappingValue {
  package let suitability: String?
  package let improvements: String?
  package let resources: String?
  package let policyOrObjectiveChanges: String?

  package static let schema = Schema(
    Field("suitability", \ReviewOutputs.suitability, "whether the management system still fits and works"),
    Field("improvements", \ReviewOutputs.improvements, "what is to be improved"),
    Field("resources", \ReviewOutputs.resources, "what people, money or tools are given"),
    Field("policy_or_objective_changes", \ReviewOutputs.policyOrObjectiveChanges, "what changes in policies or objectives"),
    make: ReviewOutputs.init)
}

/// Something a management review wants done.
package struct ReviewAction: MappingValue {
  package let what: String
  package let owner: Reference<Role>?
  package let due: CivilDate?
  package let done: CivilDate?

  package static let schema = Schema(
    Field("what", \ReviewAction.what, "what is to be done"),
    Field("owner", \ReviewAction.owner, "the role that does it", example: "ROL-002"),
    Field("due", \ReviewAction.due, "when it is to be done"),
    Field("done", \ReviewAction.done, "when it was done"),
    make: ReviewAction.init)
}
