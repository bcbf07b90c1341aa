package import DossierText

/// One line of the statement of applicability: whether a control applies, why, and how far it is in place (clause 6.1.3).
package struct ControlImplementation: Record {
  package let control: ItemReference
  package let applicable: Bool
  package let justification: String
  package let drivers: [Driver]
  package let implementation: Implementation
  package let target: CivilDate?
  package let measures: [String]
  package let systems: [Reference<AISystem>]
  package let policies: [Reference<Policy>]
  package let documents: [Reference<ManagedDocument>]
  package let evidence: [Reference<Evidence>]
  package let automated: Bool?
  package let responsibility: Responsibility?
  package let supplier: Reference<Supplier>?
  package let effectiveness: ControlEffectiveness?

  package static let name = "control-implementation"

  package static let kind = RecordKind(
    name, prefix: "SOA", singular: "Control implementation", plural: "Control implementations",
    meaning: "A line of the statement of applicability: whether a control applies, why, and how far it is in place.",
    clauses: ["6.1.3", "8.3"], section: .assurance,
    columns: ["control", "applicable", "implementation", "responsibility", "evidence"],
    traits: KindTraits(.document, date: nil, [.needsEffectiveReferences, .audited]),
    Schema(
      Field("control", \.control, "the control", example: "A.6.2.4"),
      Field("applicable", \.applicable, "whether it applies"),
      Field("justification", \.justification, "why it applies or is excluded"),
      Field("drivers", \.drivers, "what calls for it", example: "[risk, law]"),
      Field("implementation", \.implementation, "how far it is in place; `not-started` for an excluded control"),
      Field("target", \.target, "when it is to be in place"),
      Field("measures", \.measures, "what is done for it", example: "[acceptance test before each release]"),
      Field("systems", \.systems, "the AI systems it is applied to", example: "[AIS-002]"),
      Field("policies", \.policies, "the policies behind it", example: "[POL-008]"),
      Field("documents", \.documents, "the documents that say how it is done", example: "[DOC-009]"),
      Field("evidence", \.evidence, "what shows that it works", example: "[EVD-019]"),
      Field("automated", \.automated, "whether it is carried out by a machine"),
      Field("responsibility", \.responsibility, "who carries it out"),
      Field("supplier", \.supplier, "the supplier with a part in it", example: "SUP-001"),
      Field("effectiveness", \.effectiveness, "whether it was found to work"),
      make: ControlImplementation.init))

  /// What calls for a control.
  package enum Driver: String, Vocabulary {
    case risk, law, contract, objective
    case goodPractice = "good-practice"
  }

  /// How far a control is in place.
  package enum Implementation: String, Vocabulary {
    case notStarted = "not-started"
    case planned, partial, implemented
  }

  /// Who carries a control out.
  package enum Responsibility: String, Vocabulary {
    case ours, shared, supplier
  }
}

/// Whether a control was found to work.
package struct ControlEffectiveness: MappingValue {
  package let how: String?
  package let result: String?
  package let date: CivilDate?

  package static let schema = Schema(
    Field("how", \ControlEffectiveness.how, "how it was checked", example: "ten releases drawn by lot"),
    Field("result", \ControlEffectiveness.result, "what was found", example: "nine of ten had a signed test report"),
    Field("date", \ControlEffectiveness.date, "when it was checked"),
    make: ControlEffectiveness.init)
}
