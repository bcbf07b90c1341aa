package import DossierRecords
package import DossierText

/// A set of levels for rules and families, each with its reason, for one purpose. `dossier.yaml` selects one profile.
package struct Profile: Sendable {
  package let name: ProfileName
  /// The organisations that the profile is for, as a phrase.
  package let meaning: String
  package let levels: [Level]

  /// A different level for a rule or for a whole family, with the reason.
  package struct Level: Sendable {
    package let name: String
    /// If not nil, the level applies only to rules whose own severity is equal to `from`.
    package let from: Severity?
    package let level: RuleLevels.Level
    /// A sentence without its full stop.
    package let reason: String

    init(name: String, from: Severity? = nil, level: RuleLevels.Level, reason: String) {
      self.name = name
      self.from = from
      self.level = level
      self.reason = reason
    }

    func holds(for rule: Rule) -> Bool { from == nil || from == rule.severity }
  }

  package static func named(_ name: ProfileName) -> Profile {
    switch name {
    case .startup: startup
    case .certification: certification
    case .surveillance: surveillance
    }
  }

  package static let all = ProfileName.allCases.map(named)

  /// The profile in which every rule keeps its own level.
  private static let certification = Profile(
    name: .certification, meaning: "for an organisation that prepares for its certification audit or has just passed it",
    levels: [])

  /// While a management system is being set up, missing records are expected.
  private static let startup = Profile(
    name: .startup, meaning: "for a management system that is still being set up",
    levels: [
      Level(
        name: "ai-policy-missing", level: .note,
        reason: "the policy is often written last, because it summarises the results of the other documents"),
      Level(
        name: "audit-coverage", level: .note,
        reason: "an audit programme covers all clauses within a cycle, and the first cycle has not begun"),
      Level(
        name: "context-empty", level: .note,
        reason: "the registers of context, interested parties and roles are filled one after another"),
      Level(
        name: "control-unanswered", level: .note,
        reason: "38 controls take weeks to complete; the page of the statement shows which are missing"),
      Level(
        name: "internal-audit-gap", level: .note,
        reason: "a system that does not exist yet cannot be audited; the first audit comes before certification"),
      Level(
        name: "management-review-gap", level: .note,
        reason: "the first review needs measurements of some months and an internal audit before it"),
      Level(
        name: "objectives-missing", level: .note,
        reason: "objectives follow from the policy and the risks, which come first"),
      Level(
        name: "orphan-record", level: .note,
        reason: "registers are filled one after another, so other records do not refer to some records yet"),
      Level(
        name: "procedures-missing", level: .note,
        reason: "procedures are written after the first record of their kind has shown how to do the work"),
    ])

  /// Between two audits, the main problem of records is that they become outdated.
  private static let surveillance = Profile(
    name: .surveillance, meaning: "for a certified organisation between two audits",
    levels: [
      Level(
        name: "currency", from: .warning, level: .error,
        reason: "a surveillance audit first checks whether the system is maintained, so outdated records can fail it"),
      Level(
        name: "exception-unused", level: .error,
        reason: "an exception that is no longer needed shows that exceptions are not maintained"),
    ])
}
