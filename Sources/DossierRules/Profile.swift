package import DossierRecords
package import DossierText

/// What the records are made ready for: levels for some rules and families, each with its reason. Data only; `dossier.yaml` picks one.
package struct Profile: Sendable {
  package let name: ProfileName
  /// For whom it is, in a sentence.
  package let meaning: String
  package let levels: [Level]

  /// Another level for a rule or for a whole family, and why.
  package struct Level: Sendable {
    package let name: String
    /// Holds for those rules only that have this severity by themselves; nil for all.
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

  /// Every rule at its own level.
  private static let certification = Profile(
    name: .certification, meaning: "for an organisation that prepares for its certification audit or has just passed it",
    levels: [])

  /// While a management system is being set up, what is not there yet is news to nobody.
  private static let startup = Profile(
    name: .startup, meaning: "for a management system that is still being set up",
    levels: [
      Level(
        name: "ai-policy-missing", level: .note,
        reason: "the policy is often the last of the first papers, because it says what the others have come to"),
      Level(
        name: "audit-coverage", level: .note,
        reason: "a programme has a cycle to cover all clauses, and the first one has not begun"),
      Level(
        name: "context-empty", level: .note,
        reason: "the registers of context, parties and roles are filled one after the other"),
      Level(
        name: "control-unanswered", level: .note,
        reason: "38 controls are answered over weeks; the page of the statement shows which are left"),
      Level(
        name: "internal-audit-gap", level: .note,
        reason: "what is not there yet cannot be audited; the first audit comes before certification"),
      Level(
        name: "management-review-gap", level: .note,
        reason: "the first review needs figures of some months and an internal audit before it"),
      Level(
        name: "objectives-missing", level: .note,
        reason: "objectives follow from the policy and the risks, which come first"),
      Level(
        name: "orphan-record", level: .note,
        reason: "registers are filled one after the other, so some records are not named by others yet"),
      Level(
        name: "procedures-missing", level: .note,
        reason: "procedures are written when the first record of their kind has shown how it is done"),
    ])

  /// Between two audits records do not go wrong, they go stale.
  private static let surveillance = Profile(
    name: .surveillance, meaning: "for a certified organisation between two audits",
    levels: [
      Level(
        name: "currency", from: .warning, level: .error,
        reason: "a surveillance audit asks first whether the system is kept up, so what is out of date is what fails it"),
      Level(
        name: "exception-unused", level: .error,
        reason: "leave that nobody needs any more shows that exceptions are not looked after"),
    ])
}
