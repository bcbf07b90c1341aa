package import DossierText

/// A change that affects AI systems or the management system (clause 6.3).
package struct Change: Record {
  package let subject: Subject
  package let date: CivilDate
  package let systems: [Reference<AISystem>]
  package let reason: String?
  package let assessedIn: [AnyReference]
  package let approvedBy: Reference<Role>?

  package static let name = "change"

  package static let kind = RecordKind(
    name, prefix: "CHG", singular: "Change", plural: "Changes",
    meaning: "A change to an AI system or its environment, with the reason and the assessments made or renewed for it.",
    clauses: ["6.3", "8.1"], section: .operation,
    columns: ["what", "date", "systems", "assessed_in", "approved_by"],
    traits: KindTraits(.event, date: "date", [.observes, .followUp, .response], signature: .init("approved_by", date: "date")),
    Schema(
      Field("what", \.subject, "the subject of the change"),
      Field("date", \.date, "the date when it took effect"),
      Field("systems", \.systems, "the affected AI systems", example: "[AIS-002]"),
      Field("reason", \.reason, "the reason"),
      Field("assessed_in", \.assessedIn, "the impact assessments and risks that cover it", example: "[AIA-009]"),
      Field("approved_by", \.approvedBy, "the role that approved it", example: "ROL-003"),
      make: Change.init))

  /// The subject of a change.
  package enum Subject: String, Vocabulary {
    case dataset, model
    case useCase = "use-case"
    case scope, law, supplier, technology, organisation
  }
}
