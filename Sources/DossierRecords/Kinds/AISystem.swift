package import DossierText

/// An AI system that the organisation develops, provides or uses. Other records about the system refer to this record.
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
    meaning: "An AI system that the organisation develops, provides or uses, with its purpose, data, outputs and oversight.",
    clauses: ["A.4.2", "A.6.2.2", "A.6.2.3", "A.6.2.7", "A.9.4"], section: .systems, requires: ["owner"],
    columns: ["purpose", "role", "lifecycle", "risk_class", "output_type"],
    traits: KindTraits(
      .document, date: nil, [.needsEffectiveReferences, .audited, .reliesOnControls],
      endedBy: .init("lifecycle", "decommissioned"), mainReader: .everyone),
    Schema(
      Field("purpose", \.purpose, "its purpose", example: "ranks instalment credit applications for a decision"),
      Field(
        "role", \.roles, "the capacity in which the organisation acts",
        required: true, example: "[developer, deployer]"),
      Field("lifecycle", \.lifecycle, "its current life-cycle stage"),
      Field("risk_class", \.riskClass, "its risk class under the applicable AI law"),
      Field(
        "risk_class_basis", \.riskClassBasis, "the reason for that risk class",
        example: "assesses the creditworthiness of people (Annex III)"),
      Field("techniques", \.techniques, "the methods it uses", example: "[gradient boosting, rule-based checks]"),
      Field("models", \.models, "the models it uses", example: "[MDL-003]"),
      Field("training_data", \.trainingData, "the data sets it was trained or tuned on", example: "[DTS-003]"),
      Field("inputs", \.inputs, "its input data"),
      Field("output_type", \.outputType, "the type of its output"),
      Field("outputs", \.outputs, "the recipients of its output and the use of it"),
      Field("affected_parties", \.affectedParties, "the people it affects"),
      Field("decisions", \.decisions, "the decisions it takes or supports"),
      Field("oversight", \.oversight, "how people oversee it and intervene"),
      Field("disclosure", \.disclosures, "the disclosures about it", example: "[DSC-001]"),
      Field("suppliers", \.suppliers, "the suppliers it depends on", example: "[SUP-001]"),
      Field("regulations", \.regulations, "the articles of law that apply to it", example: "[\"eu-ai-act:Art. 14\"]"),
      Field("controls", \.controls, "the most important controls for it", example: "[A.6.2.6, A.9.4]"),
      Field("geographies", \.geographies, "the countries or regions where it is used", example: "[Netherlands, Portugal]"),
      Field("units", \.units, "the organisational units that use it", example: "[Customer Care]"),
      Field("in_scope", \.inScope, "whether it is in the scope of the management system"),
      Field("exclusion_reason", \.exclusionReason, "the reason for exclusion if it is not in the scope"),
      Field("deployed", \.deployed, "the date of its first use"),
      Field("last_change", \.lastChange, "the latest significant change"),
      Field("autonomy", \.autonomy, "what it does without a person", example: "blocks payments above 0.97 by itself"),
      Field("languages", \.languages, "the languages it works in", example: "[en, nl, pt]"),
      make: AISystem.init))

  /// The capacity in which the organisation acts for a system.
  package enum Capacity: String, Vocabulary {
    case developer, provider, deployer, user
  }

  /// The risk class of a system under AI law.
  package enum RiskClass: String, Vocabulary {
    case prohibited, high, limited, minimal
  }

  /// The type of a system's output.
  package enum OutputType: String, Vocabulary {
    case decision, recommendation, generation, classification, prediction
  }
}

/// The life-cycle stages of an AI system, in order. A life-cycle gate (`LifecycleGate`) decides on entry into a stage.
package enum LifecycleStage: String, Vocabulary {
  case design, data, development, deployment, operation, decommissioned
}

/// Input data of an AI system.
package struct SystemInput: MappingValue {
  package let source: String
  package let classification: Classification?
  package let personalData: Bool?

  package static let schema = Schema(
    Field("source", \SystemInput.source, "the source of the data", example: "the applicant's form"),
    Field("classification", \SystemInput.classification, "the confidentiality of the data"),
    Field("personal_data", \SystemInput.personalData, "whether it is personal data"),
    make: SystemInput.init)

  /// The confidentiality of data.
  package enum Classification: String, Vocabulary {
    case open = "public"
    case inHouse = "internal"
    case confidential, restricted
  }
}

/// An output of an AI system and its use.
package struct SystemOutput: MappingValue {
  package let recipient: String
  package let use: String

  package static let schema = Schema(
    Field("recipient", \SystemOutput.recipient, "the recipient", example: "credit reviewer"),
    Field("use", \SystemOutput.use, "what it is used for", example: "decides whether to refuse the application"),
    make: SystemOutput.init)
}

/// A group of people whom an AI system affects.
package struct AffectedParty: MappingValue {
  package let who: String
  package let effect: Effect?

  package static let schema = Schema(
    Field("who", \AffectedParty.who, "the group of people", example: "loan applicants"),
    Field("effect", \AffectedParty.effect, "whether they are affected directly or indirectly"),
    make: AffectedParty.init)

  /// How people are affected.
  package enum Effect: String, Vocabulary {
    case direct, indirect
  }
}

/// A decision that an AI system takes or supports.
package struct SystemDecision: MappingValue {
  package let decision: String
  package let automation: Automation

  package static let schema = Schema(
    Field("decision", \SystemDecision.decision, "the decision", example: "refuse an application"),
    Field("automation", \SystemDecision.automation, "the involvement of a person"),
    make: SystemDecision.init)

  /// The involvement of a person in a decision.
  package enum Automation: String, Vocabulary {
    case automated
    case humanInTheLoop = "human-in-the-loop"
    case humanOnTheLoop = "human-on-the-loop"
  }
}

/// How people oversee an AI system and intervene.
package struct Oversight: MappingValue {
  package let triggers: [String]
  package let reviewer: Reference<Role>?
  package let powers: [Power]
  package let escalation: Reference<Role>?

  package static let schema = Schema(
    Field("triggers", \Oversight.triggers, "the conditions that send a case to a person", example: "[score below 0.40]"),
    Field("reviewer", \Oversight.reviewer, "the role that reviews", example: "ROL-014"),
    Field("can", \Oversight.powers, "the powers of the reviewer", example: "[review, override, stop]"),
    Field("escalation", \Oversight.escalation, "the role to which a case is escalated", example: "ROL-003"),
    make: Oversight.init)

  /// A power of a reviewer.
  package enum Power: String, Vocabulary {
    case review
    case overrule = "override"
    case stop
  }
}

/// The latest significant change to an AI system.
package struct LastChange: MappingValue {
  package let date: CivilDate
  package let what: Subject

  package static let schema = Schema(
    Field("date", \LastChange.date, "the date when it took effect"),
    Field("what", \LastChange.what, "the subject of the change"),
    make: LastChange.init)

  /// The subject of a change.
  package enum Subject: String, Vocabulary {
    case model, data
    case useCase = "use-case"
    case scope
  }
}
