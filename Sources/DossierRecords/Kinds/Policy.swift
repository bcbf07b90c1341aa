package import DossierText

/// What the organisation commits itself to about AI, as approved (clause 5.2, A.2).
package struct Policy: Record {
  package let effective: CivilDate
  package let appliesTo: String?
  package let statements: PolicyStatements?
  package let implements: [ItemReference]
  package let processes: [AnyReference]

  package static let name = "policy"

  package static let kind = RecordKind(
    name, prefix: "POL", singular: "Policy", plural: "Policies",
    meaning: "A commitment of the organisation about AI, approved by those who may do so and in force from a day.",
    clauses: ["5.2", "A.2.2", "A.2.3", "A.2.4"], section: .governance, requires: ["approvals"],
    columns: ["effective", "applies_to", "implements"],
    traits: KindTraits(
      .document, date: "effective", [.needsEffectiveReferences, .needsIndependentApproval, .audited, .controlledDocument],
      mainReader: .everyone),
    Schema(
      Field("effective", \.effective, "the day from which it holds"),
      Field("applies_to", \.appliesTo, "who and what it binds", example: "all staff and contractors, both sites"),
      Field("statements", \.statements, "where the policy says what a policy must say"),
      Field("implements", \.implements, "the clauses and controls it puts into effect", example: "[A.2.2, A.9.2]"),
      Field("processes", \.processes, "the records by which it is carried out", example: "[DOC-004, DOC-008]"),
      make: Policy.init))
}

/// What a policy says on the points every AI policy has to cover.
package struct PolicyStatements: MappingValue {
  package let purpose: String?
  package let objectivesFramework: String?
  package let applicableRequirements: String?
  package let continualImprovement: String?
  package let communicatedTo: String?

  package static let schema = Schema(
    Field("purpose", \PolicyStatements.purpose, "why the organisation has the policy and how it fits the business"),
    Field("objectives_framework", \PolicyStatements.objectivesFramework, "how AI objectives are set under it"),
    Field(
      "applicable_requirements", \PolicyStatements.applicableRequirements, "the commitment to the requirements that apply"),
    Field("continual_improvement", \PolicyStatements.continualImprovement, "the commitment to keep improving"),
    Field(
      "communicated_to", \PolicyStatements.communicatedTo, "who has been told of it and how",
      example: "all staff by intranet, suppliers by contract"),
    make: PolicyStatements.init)
}
