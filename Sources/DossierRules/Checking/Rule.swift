import DossierAssessment
package import DossierText

/// A condition that must be true, with its id, severity, explanation, examples and check. Each rule is one value in one file.
///
/// `dossier explain` and the rule reference show the explanation and the two examples. The tests run the examples.
package struct Rule: Sendable {
  package let id: RuleID
  package let family: Family
  /// The condition that must be true, in a few words.
  package let title: String
  package let severity: Severity
  /// Clauses and controls of ISO/IEC 42001 that the rule helps to fulfil. Empty if the rule is only about dossier's own formats.
  package let clauses: [String]
  /// The version of dossier that introduced the rule.
  package let since: String
  /// What the rule checks, why this matters, and how to fix a reported problem, in one or two paragraphs.
  package let explanation: String
  /// An example that breaks the rule. The rule must report exactly the marked places.
  package let bad: RuleExample
  /// The corrected example. The rule must report nothing for this example.
  package let good: RuleExample
  /// Whether the rule needs the history of the records. Without the history it reports nothing.
  package let needsHistory: Bool
  /// The check of the rule. Nil if another stage reports the diagnostics: reading a file, planning the site, or applying
  /// exceptions and the baseline.
  let check: (@Sendable (Assessment, inout Reporter) -> Void)?

  package enum Family: String, Sendable, CaseIterable {
    case format, references, completeness, traceability, currency, approval, applicability, prose
    /// Rules that an organisation declares in its configuration.
    case own
  }

  /// Creates a rule. The parameters are in reading order: first title and explanation, then the check, then the examples.
  init(
    _ id: RuleID, _ family: Family, _ severity: Severity, title: String, clauses: [String] = [], since: String = "0.1.0",
    needsHistory: Bool = false, explanation: String, check: (@Sendable (Assessment, inout Reporter) -> Void)? = nil,
    bad: RuleExample, good: some GoodExample
  ) {
    self.id = id
    self.family = family
    self.severity = severity
    self.title = title
    self.clauses = clauses
    self.since = since
    self.needsHistory = needsHistory
    self.explanation = explanation
    self.bad = bad
    self.good = good.completed(from: bad)
    self.check = check
  }
}
