package import DossierText

/// What an AI system does to people, groups, society and the organisation (clauses 6.1.4, 8.4, A.5).
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
    meaning: "An assessment of what an AI system does, or could do, to individuals, groups, society and the organisation.",
    clauses: ["6.1.4", "8.4", "A.5.2", "A.5.3", "A.5.4", "A.5.5"], section: .risk,
    columns: ["system", "date", "assessor", "trigger", "conclusion"],
    traits: KindTraits(.event, date: "date", [.needsIndependentApproval, .reliesOnControls]),
    Schema(
      Field("system", \.system, "the AI system assessed", example: "AIS-002"),
      Field("date", \.date, "when it was assessed"),
      Field("assessor", \.assessor, "the role that assessed it", example: "ROL-009"),
      Field("individuals", \.individuals, "effects on single persons"),
      Field("groups", \.groups, "effects on groups of people"),
      Field("society", \.society, "effects on society and the environment"),
      Field("organisation", \.organisation, "effects on the organisation itself"),
      Field("directly_affected", \.directlyAffected, "the people it affects directly", example: "[loan applicants]"),
      Field(
        "indirectly_affected", \.indirectlyAffected, "the people it affects indirectly",
        example: "[households of applicants]"),
      Field(
        "failure_modes", \.failureModes, "the ways it can fail that matter to people",
        example: "[applicant refused on stale bureau data]"),
      Field("decisions", \.decisions, "which decisions about people it takes or shapes"),
      Field("conclusion", \.conclusion, "whether it may be used and on what terms"),
      Field("trigger", \.trigger, "why the assessment was made"),
      Field("next", \.next, "when it is to be assessed again"),
      make: ImpactAssessment.init))

  /// Why an assessment was made.
  package enum Trigger: String, Vocabulary {
    case initial
    case newData = "new-data"
    case newModel = "new-model"
    case newUseCase = "new-use-case"
    case law, incident, periodic
  }
}

/// Effects of an AI system on one kind of party, and what is done about them.
package struct ImpactDimension: MappingValue {
  package let effects: [String]
  package let severity: Severity?
  package let mitigations: [String]
  package let controls: [ItemReference]

  package static let schema = Schema(
    Field("effects", \ImpactDimension.effects, "what it does to them", example: "[refusal without a person having looked]"),
    Field("severity", \ImpactDimension.severity, "how bad the worst of it is"),
    Field(
      "mitigations", \ImpactDimension.mitigations, "what is done about it",
      example: "[each refusal goes to a reviewer]"),
    Field("controls", \ImpactDimension.controls, "the controls that answer it", example: "[A.9.2]"),
    make: ImpactDimension.init)

  /// How bad an effect is.
  package enum Severity: String, Vocabulary {
    case negligible, low, moderate, high, severe
  }
}
