import DossierAssessment
import DossierText

extension Rule {
  typealias Check = @Sendable (Assessment, inout Reporter) -> Void

  /// A rule in reading order: what it says, what it checks, and then its examples.
  init(
    _ id: RuleID, _ family: Family, _ severity: Severity, title: String, clauses: [String] = [], since: String = "0.1.0",
    needsHistory: Bool = false, explanation: String, check: Check? = nil, bad: RuleExample, good: some GoodExample
  ) {
    self.init(
      id, family, severity, title: title, clauses: clauses, since: since, needsHistory: needsHistory, explanation: explanation,
      bad: bad, good: good.completed(from: bad), check: check)
  }
}
