package import DossierText

/// The effects of an AI system on people, groups, society and the organisation (clauses 6.1.4, 8.4, A.5).
package struct ImpactAssessment: Record {
  package let system: Reference<AISystem>
  package let date: CivilDate
  package let assessor: Reference<Role>
  package let individuals: ImpactDimension?
  package let groups: ImpactDimension?
  package let society: ImpactDimension?
  package let organisation: ImpactDimension?
  package let directlyAffected: [String]
  package let indirectlyAffected: [String]
  package let failureModes: [String]
  package let decisions: String?
  package let conclusion: String?
  package let trigger: Trigger?
  package let next: CivilDate?

  package static let name = "impact-assessment"

  package static let kind = RecordKind(
    name, prefix: "AIA", singular: "Impact assessment", plural: "Impact assessments",
    meaning:
      "An assessment of the actual and possible effects of an AI system on individuals, groups, society and the organisation.",
    clauses: ["6.1.4", "8.4", "A.5.2", "A.5.3", "A.5.4", "A.5.5"], section: .risk,
    columns: ["system", "date", "assessor", "trigger", "conclusion"],
    traits: KindTraits(.event, date: "date", [.needsIndependentApproval, .reliesOnControls]),
    Schema(
      Field("system", \.system, "the assessed AI system", example: "AIS-002"),
      Field("date", \.date, "the date of the assessment"),
      Field("assessor", \.assessor, "the role that made the assessment", example: "ROL-009"),
      Field("individuals", \.individuals, "the effects on individuals"),
      Field("groups", \.groups, "the effects on groups of people"),
      Field("society", \.society, "the effects on society and the environment"),
      Field("organisation", \.organisation, "the effects on the organisation itself"),
      Field("directly_affected", \.directlyAffected, "the people it affects directly", example: "[loan applicants]"),
      Field(
        "indirectly_affected", \.indirectlyAffected, "the people it affects indirectly",
        example: "[households of applicants]"),
      Field(
        "failure_modes", \.failureModes, "the failure modes that can harm people",
        example: "[applicant refused on stale bureau data]"),
      Field("decisions", \.decisions, "the decisions about people that it takes or influences"),
      Field("conclusion", \.conclusion, "whether and under which conditions it may be used"),
      Field("trigger", \.trigger, "the reason for the assessment"),
      Field("next", \.next, "the date of the next assessment"),
      make: ImpactAssessment.init))

  /// The reason for an assessment.
  package enum Trigger: String, Vocabulary {
    case initial
    case newData = "new-data"
    case newModel = "new-model"
    case newUseCase = "new-use-case"
    case law, incident, periodic
  }
}

/// The effects of an AI system on one kind of party, with their mitigation.
package struct ImpactDimension: MappingValue {
  package let effects: [String]
  package let severity: Severity?
  package let mitigations: [String]
  package let controls: [ItemReference]

  package static let schema = Schema(
    Field("effects", \ImpactDimension.effects, "the effects", example: "[refusal without a person having looked]"),
    Field("severity", \ImpactDimension.severity, "the severity of the worst effect"),
    Field(
      "mitigations", \ImpactDimension.mitigations, "the measures against these effects",
      example: "[each refusal goes to a reviewer]"),
    Field("controls", \ImpactDimension.controls, "the controls that address them", example: "[A.9.2]"),
    make: ImpactDimension.init)

  /// The severity of an effect.
  package enum Severity: String, Vocabulary {
    case negligible, low, moderate, high, severe
  }
}
