package import DossierRecords

/// What the records are made ready for: levels for some rules and families, each with its reason. Data only; `dossier.yaml` picks one.
package struct Profile: Sendable {
  package let name: ProfileName
  /// For whom it is, in a sentence.
  package let meaning: String
  package let levels: [Level]

  /// Another level for a rule or for a whole family, and why.
  package struct Level: Sendable {
    package let name: String
    package let level: RuleLevels.Level
    /// A sentence without its full stop.
    package let reason: String
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
        name: "orphan-record", level: .note,
        reason: "registers are filled one after the other, so some records are not named by others yet")
    ])

  /// Between two audits records do not go wrong, they go stale.
  private static let surveillance = Profile(
    name: .surveillance, meaning: "for a certified organisation between two audits",
    levels: [
      Level(
        name: "currency", level: .error,
        reason: "a surveillance audit asks first whether the system is kept up, so what is out of date is what fails it"),
      Level(
        name: "exception-unused", level: .error,
        reason: "leave that nobody needs any more shows that exceptions are not looked after"),
    ])
}
