import DossierAssessment
package import DossierText

/// Something that must hold, and everything about it: one value in one file.
///
/// The explanation and the two examples are what `dossier explain` prints, what the rule reference shows and what the tests run.
package struct Rule: Sendable {
  package let id: RuleID
  package let family: Family
  /// What must hold, in a few words.
  package let title: String
  package let severity: Severity
  /// Clauses and controls of ISO/IEC 42001 that ask for it; empty where it is a matter of the tool's own formats.
  package let clauses: [String]
  /// The version of dossier in which it appeared.
  package let since: String
  /// Why it exists and what to do, in a paragraph or two.
  package let explanation: String
  /// Breaks the rule exactly at its marks.
  package let bad: RuleExample
  /// The same, mended: nothing is said of it.
  package let good: RuleExample
  /// Whether it says nothing where the history of the records was not read.
  package let needsHistory: Bool
  /// Nil for what another stage finds and reports: reading a file, planning the site, or judging with exceptions and a baseline.
  let check: (@Sendable (Assessment, inout Reporter) -> Void)?

  package enum Family: String, Sendable, CaseIterable {
    case format, references, completeness, traceability, currency, approval, applicability, prose
    /// What an organisation asks of itself.
    case own
  }

  init(
    _ id: RuleID, _ family: Family, _ severity: Severity, title: String, clauses: [String] = [], since: String = "0.1.0",
    needsHistory: Bool = false,
    explanation: String, bad: RuleExample, good: RuleExample,
    check: (@Sendable (Assessment, inout Reporter) -> Void)? = nil
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
    self.good = good
    self.check = check
  }
}
