package import DossierText

/// A commitment of the organisation about AI, as approved (clause 5.2, A.2).
package struct Policy: Record {
  package let effective: CivilDate
  package let appliesTo: String?
  package let statements: PolicyStatements?
  package let implements: [ItemReference]
  package let processes: [AnyReference]

  package static let name = "policy"

  package static let kind = RecordKind(
    name, prefix: "POL", singular: "Policy", plural: "Policies",
    meaning: "A commitment of the organisation about AI, approved by authorised roles and effective from a certain date.",
    clauses: ["5.2", "A.2.2", "A.2.3", "A.2.4"], section: .governance, requires: ["approvals"],
    columns: ["effective", "applies_to", "implements"],
    traits: KindTraits(
      .document, date: "effective", [.needsEffectiveReferences, .needsIndependentApproval, .audited, .controlledDocument],
      mainReader: .everyone),
    Schema(
      Field("effective", \.effective, "the date from which it is effective"),
      Field(
        "applies_to", \.appliesTo, "the people and activities to which it applies",
        example: "all staff and contractors, both sites"),
      Field("statements", \.statements, "where the policy covers each required point"),
      Field("implements", \.implements, "the clauses and controls that it implements", example: "[A.2.2, A.9.2]"),
      Field("processes", \.processes, "the records that put it into practice", example: "[DOC-004, DOC-008]"),
      make: Policy.init))
}

/// For each point that an AI policy must cover, the statement of the policy or the place of the statement.
package struct PolicyStatements: MappingValue {
  package let purpose: String?
  package let objectivesFramework: String?
  package let applicableRequirements: String?
  package let continualImprovement: String?
  package let communicatedTo: String?

  package static let schema = Schema(
    Field("purpose", \PolicyStatements.purpose, "the purpose of the policy and how it fits the business"),
    Field("objectives_framework", \PolicyStatements.objectivesFramework, "the framework for setting AI objectives"),
    Field(
      "applicable_requirements", \PolicyStatements.applicableRequirements, "the commitment to the applicable requirements"),
    Field("continual_improvement", \PolicyStatements.continualImprovement, "the commitment to continual improvement"),
    Field(
      "communicated_to", \PolicyStatements.communicatedTo, "the people to whom it was communicated, and how",
      example: "all staff by intranet, suppliers by contract"),
    make: PolicyStatements.init)
}
