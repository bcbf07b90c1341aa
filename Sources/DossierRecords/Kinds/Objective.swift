package import DossierText

/// A measurable objective for the organisation's AI (clause 6.2).
package struct Objective: Record {
  package let measure: String
  package let target: ObjectiveTarget
  package let metric: Reference<Metric>?
  package let by: CivilDate?
  package let policy: Reference<Policy>?
  package let communicatedTo: [String]

  package static let name = "objective"

  package static let kind = RecordKind(
    name, prefix: "OBJ", singular: "Objective", plural: "Objectives",
    meaning: "A measurable objective for the organisation's AI, with a target, an owner and a due date.",
    clauses: ["6.2", "A.6.1.2", "A.9.3"], section: .governance, requires: ["owner"],
    columns: ["measure", "target", "metric", "by"],
    traits: KindTraits(.document, date: nil, [.needsEffectiveReferences]),
    Schema(
      Field("measure", \.measure, "the quantity that is measured", example: "share of refusals reviewed by a person"),
      Field("target", \.target, "the target value"),
      Field("metric", \.metric, "the metric that measures it", example: "MTR-001"),
      Field("by", \.by, "the due date"),
      Field("policy", \.policy, "the policy that it supports", example: "POL-004"),
      Field("communicated_to", \.communicatedTo, "the people to whom it was communicated", example: "[Credit Review Team]"),
      make: Objective.init))
}

/// The target value of an objective.
package struct ObjectiveTarget: MappingValue {
  package let comparison: Comparison
  package let value: Decimal
  package let unit: String

  package static let schema = Schema(
    Field("comparison", \ObjectiveTarget.comparison, "whether the value is a minimum, a maximum or exact"),
    Field("value", \ObjectiveTarget.value, "the value", example: "95"),
    Field("unit", \ObjectiveTarget.unit, "the unit", example: "\"%\""),
    make: ObjectiveTarget.init)

  /// How a measured value is compared with a target.
  package enum Comparison: String, Vocabulary {
    case atLeast = "at-least"
    case atMost = "at-most"
    case equal
  }
}
