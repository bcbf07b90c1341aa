package import DossierText

/// What the organisation wants to reach with its AI, measurably (clause 6.2).
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
    meaning: "A measurable aim for the organisation's AI, with a target, an owner and a day to reach it by.",
    clauses: ["6.2", "A.6.1.2", "A.9.3"], section: .governance, requires: ["owner"],
    columns: ["measure", "target", "metric", "by"],
    traits: KindTraits(.document, date: nil, [.needsEffectiveReferences]),
    Schema(
      Field("measure", \.measure, "what is measured", example: "share of refusals reviewed by a person"),
      Field("target", \.target, "the value to reach"),
      Field("metric", \.metric, "the metric that shows it", example: "MTR-001"),
      Field("by", \.by, "when it is to be reached"),
      Field("policy", \.policy, "the policy it serves", example: "POL-004"),
      Field("communicated_to", \.communicatedTo, "who has been told of it", example: "[Credit Review Team]"),
      make: Objective.init))
}

/// The value an objective is to reach.
package struct ObjectiveTarget: MappingValue {
  package let comparison: Comparison
  package let value: Decimal
  package let unit: String

  package static let schema = Schema(
    Field("comparison", \ObjectiveTarget.comparison, "whether the value is a floor, a ceiling or exact"),
    Field("value", \ObjectiveTarget.value, "the value", example: "95"),
    Field("unit", \ObjectiveTarget.unit, "its unit", example: "\"%\""),
    make: ObjectiveTarget.init)

  /// How a measured value is held against a target.
  package enum Comparison: String, Vocabulary {
    case atLeast = "at-least"
    case atMost = "at-most"
    case equal
  }
}
