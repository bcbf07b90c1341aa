package import DossierText

/// An AI system the organisation develops, provides or uses: the entry of the inventory everything else points at.
package struct AISystem: Record {
  package let purpose: String
  package let roles: [Capacity]
  package let lifecycle: LifecycleStage
  package let riskClass: RiskClass
  package let riskClassBasis: String?
  package let techniques: [String]
  package let models: [Reference<Model>]
  package let trainingData: [Reference<Dataset>]
  package let inputs: [SystemInput]
  package let outputType: OutputType?
  package let outputs: [SystemOutput]
  package let affectedParties: [AffectedParty]
  package let decisions: [SystemDecision]
  package let oversight: Oversight?
  package let disclosures: [Reference<Disclosure>]
  package let suppliers: [Reference<Supplier>]
  package let regulations: [ItemReference]
  package let controls: [ItemReference]
  package let geographies: [String]
  package let units: [String]
  package let inScope: Bool?
  package let exclusionReason: String?
  package let deployed: CivilDate?
  package let lastChange: LastChange?
  package let autonomy: String?
  package let languages: [String]

  package static let name = "ai-system"

  package static let kind = RecordKind(
    name, prefix: "AIS", singular: "AI system", plural: "AI systems",
    meaning: "An AI system the organisation develops, provides or uses: its purpose, data, outputs and oversight.",
    clauses: ["A.4.2", "A.6.2.2", "A.6.2.3", "A.6.2.7", "A.9.4"], section: .systems, requires: ["owner"],
    columns: ["purpose", "role", "lifecycle", "risk_class", "output_type"],
    traits: KindTraits(
      .document, date: nil, [.needsEffectiveReferences, .audited, .reliesOnControls],
      endedBy: .init("lifecycle", "decommissioned"), mainReader: .everyone),
    Schema(
      Field("purpose", \.purpose, "what it is for", example: "ranks instalment credit applications for a decision"),
      Field(
        "role", \.roles, "in what capacity the organisation deals with it",
        required: true, example: "[developer, deployer]"),
      Field("lifecycle", \.lifecycle, "the stage of life it is in"),
      Field("risk_class", \.riskClass, "its class under the AI law that applies"),
      Field(
        "risk_class_basis", \.riskClassBasis, "why it is in that class",
        example: "assesses the creditworthiness of people (Annex III)"),
      Field("techniques", \.techniques, "the methods it works by", example: "[gradient boosting, rule-based checks]"),
      Field("models", \.models, "the models it runs", example: "[MDL-003]"),
      Field("training_data", \.trainingData, "the data sets it was trained or tuned on", example: "[DTS-003]"),
      Field("inputs", \.inputs, "the data it takes in"),
      Field("output_type", \.outputType, "what sort of result it gives"),
      Field("outputs", \.outputs, "who receives its results and for what"),
      Field("affected_parties", \.affectedParties, "the people it affects"),
      Field("decisions", \.decisions, "the decisions it takes or supports"),
      Field("oversight", \.oversight, "how people watch over it and step in"),
      Field("disclosure", \.disclosures, "what people are told about it", example: "[DSC-001]"),
      Field("suppliers", \.suppliers, "the suppliers it depends on", example: "[SUP-001]"),
      Field("regulations", \.regulations, "the articles of law that apply to it", example: "[\"eu-ai-act:Art. 14\"]"),
      Field("controls", \.controls, "the controls that matter most for it", example: "[A.6.2.6, A.9.4]"),
      Field("geographies", \.geographies, "the countries or regions it is used in", example: "[Netherlands, Portugal]"),
      Field("units", \.units, "the parts of the organisation that use it", example: "[Customer Care]"),
      Field("in_scope", \.inScope, "whether it is in the scope of the management system"),
      Field("exclusion_reason", \.exclusionReason, "why it is outside the scope, where it is"),
      Field("deployed", \.deployed, "when it first went into use"),
      Field("last_change", \.lastChange, "the latest change that mattered"),
      Field("autonomy", \.autonomy, "how far it acts without a person", example: "blocks payments above 0.97 by itself"),
      Field("languages", \.languages, "the languages it works in", example: "[en, nl, pt]"),
      make: AISystem.init))

  /// In what capacity the organisation deals with a system.
  package enum Capacity: String, Vocabulary {
    case developer, provider, deployer, user
  }

  /// The class of a system under AI law.
  package enum RiskClass: String, Vocabulary {
    case prohibited, high, limited, minimal
  }

  /// What sort of result a system gives.
  package enum OutputType: String, Vocabulary {
    case decision, recommendation, generation, classification, prediction
  }
}

/// The stages of an AI system's life, in their order; a gate stands before each.
package enum LifecycleStage: String, Vocabulary {
  case design, data, development, deployment, operation, decommissioned
}

/// Data an AI system takes in.
package struct SystemInput: MappingValue {
  package let source: String
  package let classification: Classification?
  package let personalData: Bool?

  package static let schema = Schema(
    Field("source", \SystemInput.source, "where the data comes from", example: "the applicant's form"),
    Field("classification", \SystemInput.classification, "how confidential it is"),
    Field("personal_data", \SystemInput.personalData, "whether it is about people who can be identified"),
    make: SystemInput.init)

  /// How confidential data is.
  package enum Classification: String, Vocabulary {
    case open = "public"
    case inHouse = "internal"
    case confidential, restricted
  }
}

/// A result of an AI system and where it goes.
package struct SystemOutput: MappingValue {
  package let recipient: String
  package let use: String

  package static let schema = Schema(
    Field("recipient", \SystemOutput.recipient, "who or what receives it", example: "credit reviewer"),
    Field("use", \SystemOutput.use, "what it is used for", example: "decides whether to refuse the application"),
    make: SystemOutput.init)
}

/// People an AI system affects.
package struct AffectedParty: MappingValue {
  package let who: String
  package let effect: Effect?

  package static let schema = Schema(
    Field("who", \AffectedParty.who, "which people", example: "loan applicants"),
    Field("effect", \AffectedParty.effect, "whether they are affected directly or indirectly"),
    make: AffectedParty.init)

  /// How people are affected.
  package enum Effect: String, Vocabulary {
    case direct, indirect
  }
}

/// A decision an AI system takes or supports.
package struct SystemDecision: MappingValue {
  package let decision: String
  package let automation: Automation

  package static let schema = Schema(
    Field("decision", \SystemDecision.decision, "what is decided", example: "refuse an application"),
    Field("automation", \SystemDecision.automation, "how far a person takes part"),
    make: SystemDecision.init)

  /// How far a person takes part in a decision.
  package enum Automation: String, Vocabulary {
    case automated
    case humanInTheLoop = "human-in-the-loop"
    case humanOnTheLoop = "human-on-the-loop"
  }
}

/// How people watch over an AI system and step in.
package struct Oversight: MappingValue {
  package let triggers: [String]
  package let reviewer: Reference<Role>?
  package let powers: [Power]
  package let escalation: Reference<Role>?

  package static let schema = Schema(
    Field("triggers", \Oversight.triggers, "what brings a case before a person", example: "[score below 0.40]"),
    Field("reviewer", \Oversight.reviewer, "the role that reviews", example: "ROL-014"),
    Field("can", \Oversight.powers, "what the reviewer may do", example: "[review, override, stop]"),
    Field("escalation", \Oversight.escalation, "the role a case goes to next", example: "ROL-003"),
    make: Oversight.init)

  /// What a reviewer may do.
  package enum Power: String, Vocabulary {
    case review
    case overrule = "override"
    case stop
  }
}

/// The latest change to an AI system that mattered.
package struct LastChange: MappingValue {
  package let date: CivilDate
  package let what: Subject

  package static let schema = Schema(
    Field("date", \LastChange.date, "when it took effect"),
    Field("what", \LastChange.what, "what was changed"),
    make: LastChange.init)

  /// What was changed.
  package enum Subject: String, Vocabulary {
    case model, data
    case useCase = "use-case"
    case scope
  }
}
