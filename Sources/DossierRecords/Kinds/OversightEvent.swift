package import DossierText

/// A case in which a person reviewed what an AI system did, with the person's decision (A.9.2).
package struct OversightEvent: Record {
  package let system: Reference<AISystem>
  package let date: CivilDate
  package let reviewer: Reference<Role>
  package let hadInformation: Bool?
  package let hadTime: Bool?
  package let decision: String?
  package let overruled: Bool?
  package let reason: String?
  package let reviewedBy: Reference<Role>?

  package static let name = "oversight-event"

  package static let kind = RecordKind(
    name, prefix: "OVS", singular: "Oversight event", plural: "Oversight events",
    meaning: "A case in which a person reviewed what an AI system did, with the decision.",
    clauses: ["A.6.2.6", "A.9.2"], section: .operation,
    columns: ["system", "date", "reviewer", "decision", "override"],
    traits: KindTraits(.event, date: "date", [.observes]),
    Schema(
      Field("system", \.system, "the reviewed AI system", example: "AIS-002"),
      Field("date", \.date, "the date of the review"),
      Field("reviewer", \.reviewer, "the role that reviewed", example: "ROL-014"),
      Field("had_information", \.hadInformation, "whether the reviewer had the necessary information"),
      Field("had_time", \.hadTime, "whether the reviewer had enough time"),
      Field("decision", \.decision, "the decision of the reviewer", example: "refusal withdrawn, credit granted"),
      Field("override", \.overruled, "whether the reviewer overruled the system's result"),
      Field("reason", \.reason, "the reason"),
      Field("reviewed_by", \.reviewedBy, "the role that checked this review", example: "ROL-003"),
      make: OversightEvent.init))
}
