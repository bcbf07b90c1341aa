package import DossierText

/// What may go wrong with an AI system, how badly, and what is done about it (clauses 6.1.2, 6.1.3, 8.2, 8.3).
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
    meaning: "What may go wrong with an AI system, how likely and how bad it is, and what is done about it.",
    clauses: ["6.1.2", "6.1.3", "8.2", "8.3"], section: .risk,
    columns: ["systems", "category", "inherent", "treatment", "residual"],
    traits: KindTraits(
      .document, date: nil, [.coversNothing, .needsEffectiveReferences, .reliesOnControls],
      signature: .init("acceptance.by", date: "acceptance.date"), mainReader: .author),
    Schema(
      Field("systems", \.systems, "the AI systems it can come from", required: true, example: "[AIS-001]"),
      Field("category", \.category, "what kind of harm it is"),
      Field("class", \.riskClass, "whether its cause is technical, operational or societal"),
      Field("asset", \.asset, "what would be harmed", example: "applicants' fair treatment"),
      Field("threat", \.threat, "how it would come about", example: "approval rates fall for older applicants"),
      Field("inherent", \.inherent, "likelihood and impact before any treatment"),
      Field("treatment", \.treatment, "what is decided: mitigate, accept, transfer or avoid"),
      Field("controls", \.controls, "the controls that treat it", example: "[A.6.2.4, A.7.4]"),
      Field("residual", \.residual, "likelihood and impact that remain"),
      Field("acceptance", \.acceptance, "who accepted the residual risk, when and why"),
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

/// A risk before treatment, on the five-step scales.
package struct InherentRisk: MappingValue {
  package let likelihood: Score
  package let impact: Score
  package let stakeholderImpact: Score?

  package static let schema = Schema(
    Field("likelihood", \InherentRisk.likelihood, "1 (rare) to 5 (almost certain)", example: "4"),
    Field("impact", \InherentRisk.impact, "1 (negligible) to 5 (severe)", example: "3"),
    Field("stakeholder_impact", \InherentRisk.stakeholderImpact, "impact on the people affected, where it differs"),
    make: InherentRisk.init)
}

/// A risk after treatment, on the same scales.
package struct ResidualRisk: MappingValue {
  package let likelihood: Score
  package let impact: Score

  package static let schema = Schema(
    Field("likelihood", \ResidualRisk.likelihood, "1 (rare) to 5 (almost certain)", example: "2"),
    Field("impact", \ResidualRisk.impact, "1 (negligible) to 5 (severe)", example: "3"),
    make: ResidualRisk.init)
}

/// Somebody's decision to live with what remains of a risk.
package struct Acceptance: MappingValue {
  package let by: Reference<Role>
  package let date: CivilDate
  package let rationale: String
  package let score: Score25?
  package let until: CivilDate?

  package static let schema = Schema(
    Field("by", \Acceptance.by, "the role that accepted it", example: "ROL-001"),
    Field("date", \Acceptance.date, "when"),
    Field("rationale", \Acceptance.rationale, "why it is acceptable"),
    Field("score", \Acceptance.score, "the score that was accepted: likelihood × impact", example: "8"),
    Field("until", \Acceptance.until, "when the acceptance ends"),
    make: Acceptance.init)
}
