package import DossierText

/// A line of the Statement of Applicability: whether a control applies, why, and its implementation status (clause 6.1.3).
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
    meaning: "A line of the Statement of Applicability: whether a control applies, why, and how far it is implemented.",
    clauses: ["6.1.3", "8.3"], section: .assurance,
    columns: ["control", "applicable", "implementation", "responsibility", "evidence"],
    traits: KindTraits(.document, date: nil, [.needsEffectiveReferences, .audited]),
    Schema(
      Field("control", \.control, "the control", example: "A.6.2.4"),
      Field("applicable", \.applicable, "whether the control applies"),
      Field("justification", \.justification, "the reason why it applies or is excluded"),
      Field("drivers", \.drivers, "the reasons that require it", example: "[risk, law]"),
      Field("implementation", \.implementation, "its implementation status; `not-started` for an excluded control"),
      Field("target", \.target, "the target date for implementation"),
      Field("measures", \.measures, "the measures that implement it", example: "[acceptance test before each release]"),
      Field("systems", \.systems, "the AI systems to which it applies", example: "[AIS-002]"),
      Field("policies", \.policies, "the policies that require it", example: "[POL-008]"),
      Field("documents", \.documents, "the documents that describe it", example: "[DOC-009]"),
      Field("evidence", \.evidence, "the evidence that it works", example: "[EVD-019]"),
      Field("automated", \.automated, "whether it is automated"),
      Field("responsibility", \.responsibility, "the party that carries it out"),
      Field("supplier", \.supplier, "the supplier that contributes to it", example: "SUP-001"),
      Field("effectiveness", \.effectiveness, "the result of its effectiveness check"),
      make: ControlImplementation.init))

  /// A reason that requires a control.
  package enum Driver: String, Vocabulary {
    case risk, law, contract, objective
    case goodPractice = "good-practice"
  }

  /// The implementation status of a control.
  package enum Implementation: String, Vocabulary {
    case notStarted = "not-started"
    case planned, partial, implemented
  }

  /// The party that carries out a control.
  package enum Responsibility: String, Vocabulary {
    case ours, shared, supplier
  }
}

/// The effectiveness check of a control.
package struct ControlEffectiveness: MappingValue {
  package let how: String?
  package let result: String?
  package let date: CivilDate?

  package static let schema = Schema(
    Field("how", \ControlEffectiveness.how, "how it was checked", example: "ten releases drawn by lot"),
    Field("result", \ControlEffectiveness.result, "the result", example: "nine of ten had a signed test report"),
    Field("date", \ControlEffectiveness.date, "the date of the check"),
    make: ControlEffectiveness.init)
}
