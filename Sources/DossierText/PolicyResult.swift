/// The diagnostics of a workspace after its severity levels, exceptions and baseline were applied.
package struct PolicyResult: Sendable {
  /// Diagnostics that are not suppressed, in stable order, without duplicates.
  package let diagnostics: [Diagnostic]
  /// Diagnostics that an exception or the baseline suppresses, in stable order.
  package let suppressed: [Suppressed]
  /// The name of the profile that applies.
  package let profile: String
  /// Rules whose severity was changed, ordered by id.
  package let changes: [LevelChange]

  package init(diagnostics: [Diagnostic], suppressed: [Suppressed], profile: String, changes: [LevelChange]) {
    self.diagnostics = diagnostics
    self.suppressed = suppressed
    self.profile = profile
    self.changes = changes
  }
}

/// A rule whose severity differs from its default.
package struct LevelChange: Hashable, Sendable {
  package let rule: RuleID
  /// The default severity.
  package let from: Severity
  /// The effective severity. Nil if the rule is switched off.
  package let to: Severity?
  /// What changed the severity, and why. The text can follow "because of" in a sentence.
  package let reason: String

  package init(rule: RuleID, from: Severity, to: Severity?, reason: String) {
    self.rule = rule
    self.from = from
    self.to = to
    self.reason = reason
  }
}
