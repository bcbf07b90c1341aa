package import DossierText

/// An incident with an AI system in use (A.8.4).
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
    meaning: "An incident with an AI system in use, with its times, severity, cause and actions.",
    clauses: ["A.6.2.6", "A.8.4"], section: .operation,
    columns: ["systems", "detected", "severity", "failure_mode", "resolved"],
    traits: KindTraits(.event, date: "detected", [.observes, .followUp, .response]),
    Schema(
      Field("systems", \.systems, "the AI systems concerned", required: true, example: "[AIS-001]"),
      Field("occurred", \.occurred, "the time when it happened", example: "2026-02-11T09:20Z"),
      Field("detected", \.detected, "the time when it was detected", example: "2026-02-11T14:05Z"),
      Field("responded", \.responded, "the time when the response began", example: "2026-02-11T14:40Z"),
      Field("resolved", \.resolved, "the time when it was resolved", example: "2026-02-12T10:15Z"),
      Field("severity", \.severity, "the severity"),
      Field("failure_mode", \.failureMode, "the failure mode of the system"),
      Field("affected", \.affected, "the people affected and their number", example: "37 shoppers"),
      Field("communicated", \.communicated, "the notices sent, with recipients and dates"),
      Field("root_cause", \.rootCause, "the root cause"),
      Field("actions", \.actions, "the actions that prevent it from happening again", example: "[CAR-008]"),
      Field("risks", \.risks, "the risks that occurred", example: "[RSK-001]"),
      make: Incident.init))

  /// The severity of an incident.
  package enum Severity: String, Vocabulary {
    case low, medium, high, critical
  }

  /// The failure mode of an AI system.
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

/// A notice about an incident.
package struct IncidentNotice: MappingValue {
  package let to: String
  package let date: CivilDate

  package static let schema = Schema(
    Field("to", \IncidentNotice.to, "the recipient", example: "the shoppers affected"),
    Field("date", \IncidentNotice.date, "the date"),
    make: IncidentNotice.init)
}
