/// What was said of a workspace, after the levels, exceptions and baseline that are in force there.
package struct Judged: Sendable {
  /// What counts, in stable order, each said once.
  package let diagnostics: [Diagnostic]
  /// What somebody has decided to live with, in stable order.
  package let suppressed: [Suppressed]
  /// The profile in force, by name.
  package let profile: String
  /// Rules that are judged at another level than their own, by id.
  package let changes: [LevelChange]

  package init(diagnostics: [Diagnostic], suppressed: [Suppressed], profile: String, changes: [LevelChange]) {
    self.diagnostics = diagnostics
    self.suppressed = suppressed
    self.profile = profile
    self.changes = changes
  }
}

/// A rule that is judged at another level than its own.
package struct LevelChange: Hashable, Sendable {
  package let rule: RuleID
  /// Its own severity.
  package let from: Severity
  /// The severity in force; nil for a rule that is switched off.
  package let to: Severity?
  /// Who says so and why, as words that follow "because of".
  package let reason: String

  package init(rule: RuleID, from: Severity, to: Severity?, reason: String) {
    self.rule = rule
    self.from = from
    self.to = to
    self.reason = reason
  }
}
