package import DossierText

/// A risk of an AI system with its scores and treatment (clauses 6.1.2, 6.1.3, 8.2, 8.3).
package struct Risk: Record {
  package let systems: [Reference<AISystem>]
  package let category: Category
  package let riskClass: Class?
  package let asset: String?
  package let threat: String?
  package let inherent: InherentRisk
  package let treatment: Treatment
  package let controls: [ItemReference]
  package let residual: ResidualRisk?
  package let acceptance: Acceptance?
  package let impacts: [Reference<ImpactAssessment>]

  package static let name = "risk"

  package static let kind = RecordKind(
    name, prefix: "RSK", singular: "Risk", plural: "Risks",
    meaning: "A risk of an AI system, with its likelihood, impact and treatment.",
    clauses: ["6.1.2", "6.1.3", "8.2", "8.3"], section: .risk,
    columns: ["systems", "category", "inherent", "treatment", "residual"],
    traits: KindTraits(
      .document, date: nil, [.coversNothing, .needsEffectiveReferences, .reliesOnControls],
      signature: .init("acceptance.by", date: "acceptance.date"), mainReader: .author),
    Schema(
      Field("systems", \.systems, "the AI systems that can cause it", required: true, example: "[AIS-001]"),
      Field("category", \.category, "the category of harm"),
      Field("class", \.riskClass, "whether its cause is technical, operational or societal"),
      Field("asset", \.asset, "the asset or interest that would be harmed", example: "applicants' fair treatment"),
      Field("threat", \.threat, "how the harm would occur", example: "approval rates fall for older applicants"),
      Field("inherent", \.inherent, "the likelihood and impact before treatment"),
      Field("treatment", \.treatment, "the decision on the risk"),
      Field("controls", \.controls, "the controls that treat it", example: "[A.6.2.4, A.7.4]"),
      Field("residual", \.residual, "the likelihood and impact after treatment"),
      Field("acceptance", \.acceptance, "the acceptance of the residual risk"),
      Field("impacts", \.impacts, "the impact assessments that describe it", example: "[AIA-001]"),
      make: Risk.init))

  package enum Category: String, Vocabulary {
    case accuracy = "accuracy-and-reliability"
    case fairness = "fairness-and-bias"
    case security, privacy, transparency, operational
    case thirdParty = "third-party"
  }

  package enum Class: String, Vocabulary {
    case technical, operational, societal
  }

  package enum Treatment: String, Vocabulary {
    case mitigate, accept, transfer, avoid
  }
}

/// The risk before treatment, on the five-level scales.
package struct InherentRisk: MappingValue {
  package let likelihood: Score
  package let impact: Score
  package let stakeholderImpact: Score?

  package static let schema = Schema(
    Field("likelihood", \InherentRisk.likelihood, "1 (rare) to 5 (almost certain)", example: "4"),
    Field("impact", \InherentRisk.impact, "1 (negligible) to 5 (severe)", example: "3"),
    Field("stakeholder_impact", \InherentRisk.stakeholderImpact, "the impact on the people affected, if it differs"),
    make: InherentRisk.init)
}

/// The risk after treatment, on the five-level scales.
package struct ResidualRisk: MappingValue {
  package let likelihood: Score
  package let impact: Score

  package static let schema = Schema(
    Field("likelihood", \ResidualRisk.likelihood, "1 (rare) to 5 (almost certain)", example: "2"),
    Field("impact", \ResidualRisk.impact, "1 (negligible) to 5 (severe)", example: "3"),
    make: ResidualRisk.init)
}

/// The decision of a role to accept a residual risk.
package struct Acceptance: MappingValue {
  package let by: Reference<Role>
  package let date: CivilDate
  package let rationale: String
  package let score: Score25?
  package let until: CivilDate?

  package static let schema = Schema(
    Field("by", \Acceptance.by, "the role that accepted it", example: "ROL-001"),
    Field("date", \Acceptance.date, "the date of the acceptance"),
    Field("rationale", \Acceptance.rationale, "the reason why the risk is acceptable"),
    Field("score", \Acceptance.score, "the score that was accepted: likelihood × impact", isLimit: true, example: "8"),
    Field("until", \Acceptance.until, "the last day of the acceptance", isLimit: true),
    make: Acceptance.init)
}
