package import DossierText

/// Something that went wrong with an AI system in use (A.8.4).
package struct Incident: Record {
  package let systems: [Reference<AISystem>]
  package let occurred: Timestamp?
  package let detected: Timestamp
  package let responded: Timestamp?
  package let resolved: Timestamp?
  package let severity: Severity
  package let failureMode: FailureMode?
  package let affected: String?
  package let communicated: [IncidentNotice]
  package let rootCause: String?
  package let actions: [Reference<CorrectiveAction>]
  package let risks: [Reference<Risk>]

  package static let name = "incident"

  package static let kind = RecordKind(
    name, prefix: "INC", singular: "Incident", plural: "Incidents",
    meaning: "Something that went wrong with an AI system in use: when, how badly, why, and what was done.",
    clauses: ["A.6.2.6", "A.8.4"], section: .operation,
    columns: ["systems", "detected", "severity", "failure_mode", "resolved"],
    traits: KindTraits(.event, date: "detected", [.observes, .followUp, .response]),
    Schema(
      Field("systems", \.systems, "the AI systems concerned", required: true, example: "[AIS-001]"),
      Field("occurred", \.occurred, "when it happened", example: "2026-02-11T09:20Z"),
      Field("detected", \.detected, "when it was noticed", example: "2026-02-11T14:05Z"),
      Field("responded", \.responded, "when somebody began to deal with it", example: "2026-02-11T14:40Z"),
      Field("resolved", \.resolved, "when it was over", example: "2026-02-12T10:15Z"),
      Field("severity", \.severity, "how bad it was"),
      Field("failure_mode", \.failureMode, "in what way the system failed"),
      Field("affected", \.affected, "who was affected and how many", example: "37 shoppers"),
      Field("communicated", \.communicated, "who was told and when"),
      Field("root_cause", \.rootCause, "why it happened"),
      Field("actions", \.actions, "what was done so that it does not happen again", example: "[CAR-008]"),
      Field("risks", \.risks, "the risks that came true", example: "[RSK-001]"),
      make: Incident.init))

  /// How bad an incident was.
  package enum Severity: String, Vocabulary {
    case low, medium, high, critical
  }

  /// In what way an AI system failed.
  package enum FailureMode: String, Vocabulary {
    case harmfulOutput = "harmful-output"
    case biasedOutput = "biased-output"
    case promptInjection = "prompt-injection"
    case dataLeak = "data-leak"
    case outage, drift
    case wrongDecision = "wrong-decision"
    case misuse
  }
}

/// Somebody told about an incident.
package struct IncidentNotice: MappingValue {
  package let to: String
  package let date: CivilDate

  package static let schema = Schema(
    Field("to", \IncidentNotice.to, "who was told", example: "the shoppers affected"),
    Field("date", \IncidentNotice.date, "when"),
    make: IncidentNotice.init)
}
