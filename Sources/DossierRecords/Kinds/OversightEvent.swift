package import DossierText

/// A person's look at what an AI system did, and whether they let it stand (A.9.2).
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
    meaning: "One occasion on which a person reviewed what an AI system did, and what they decided.",
    clauses: ["A.6.2.6", "A.9.2"], section: .operation,
    columns: ["system", "date", "reviewer", "decision", "override"],
    traits: KindTraits(.event, date: "date", [.observes]),
    Schema(
      Field("system", \.system, "the AI system reviewed", example: "AIS-002"),
      Field("date", \.date, "when"),
      Field("reviewer", \.reviewer, "the role that reviewed", example: "ROL-014"),
      Field("had_information", \.hadInformation, "whether the reviewer had what is needed to judge"),
      Field("had_time", \.hadTime, "whether the reviewer had the time to judge"),
      Field("decision", \.decision, "what the reviewer decided", example: "refusal withdrawn, credit granted"),
      Field("override", \.overruled, "whether the system's result was overruled"),
      Field("reason", \.reason, "why"),
      Field("reviewed_by", \.reviewedBy, "the role that checked the review itself", example: "ROL-003"),
      make: OversightEvent.init))
}
