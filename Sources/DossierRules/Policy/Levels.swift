package import DossierRecords
package import DossierText

/// The effective level of every rule.
///
/// The effective level of a rule is the first of these levels that exists:
/// - the level of the rule in `dossier.yaml`,
/// - the level of its family in `dossier.yaml`,
/// - the level in the profile,
/// - the rule's own level.
///
/// The level of a rule of the family `format` cannot be lowered, because other rules cannot check content that cannot be read.
package struct Levels: Sendable {
  package let profile: Profile
  /// The rules whose effective level differs from their own, sorted by id.
  package let changes: [LevelChange]
  private let byRule: [RuleID: LevelChange]

  package init(_ settings: RuleSettings?, rules: [Rule] = Rules.all) {
    let profile = Profile.named(settings?.profile ?? .certification)
    let own = settings?.levels?.settings ?? []
    let changes = rules.sorted { $0.id < $1.id }.compactMap { rule -> LevelChange? in
      let wanted: (RuleLevels.Level, String)
      if let setting = own.first(where: { $0.name == rule.id.name }) {
        wanted = (setting.level, "`levels` in dossier.yaml, set for the rule")
      } else if let setting = own.first(where: { $0.name == rule.family.rawValue }) {
        wanted = (setting.level, "`levels` in dossier.yaml, set for the family \(rule.family.rawValue)")
      } else if let level = profile.levels.first(where: { $0.name == rule.id.name })
        ?? profile.levels.first(where: { $0.name == rule.family.rawValue && $0.holds(for: rule) })
      {
        wanted = (level.level, "the profile \(profile.name.rawValue): \(level.reason)")
      } else {
        return nil
      }
      let severity = wanted.0.severity
      guard severity != rule.severity, !Levels.isLocked(rule, at: wanted.0) else { return nil }
      return LevelChange(rule: rule.id, from: rule.severity, to: severity, reason: wanted.1)
    }
    self.profile = profile
    self.changes = changes
    byRule = Dictionary(changes.map { ($0.rule, $0) }) { first, _ in first }
  }

  /// The change of the level of a rule. Nil if the effective level is the rule's own level.
  package func change(of rule: RuleID) -> LevelChange? { byRule[rule] }

  /// The diagnostic with its effective severity. Nil if its rule is switched off.
  package func apply(to diagnostic: Diagnostic) -> Diagnostic? {
    guard let change = byRule[diagnostic.rule] else { return diagnostic }
    return change.to.map(diagnostic.at)
  }

  /// Whether the rule must not have this level: the rule is of the family `format`, and the level is lower than its own level.
  static func isLocked(_ rule: Rule, at level: RuleLevels.Level) -> Bool {
    guard rule.family == .format else { return false }
    return level.severity.map { $0 < rule.severity } ?? true
  }
}
