import DossierRecords
import DossierText

/// Collects the diagnostics of a rule. Every diagnostic gets the id and the severity of this rule, so a rule cannot report with
/// another id or severity.
package struct Reporter: ~Copyable {
  private let rule: Rule
  private(set) var diagnostics: [Diagnostic] = []

  init(_ rule: Rule) { self.rule = rule }

  mutating func report(
    _ headline: String, at path: SourcePath, _ span: Span, label: String = "", others: [Diagnostic.Label] = [],
    help: String, fixes: [Diagnostic.Fix] = []
  ) {
    diagnostics.append(
      Diagnostic(
        rule.id, rule.severity, headline, at: .init(path, span, label), others: others, help: help, fixes: fixes))
  }

  /// Reports a diagnostic about a reference, at the place of the reference.
  mutating func report(
    _ headline: String, at site: ReferenceSite, label: String = "", others: [Diagnostic.Label] = [], help: String,
    fix: String? = nil, isCertain: Bool = false
  ) {
    report(
      headline, at: site.path, site.span, label: label, others: others, help: help,
      fixes: fix.map { [.init(site.path, site.span, site.target, to: $0, isCertain && site.isVerbatim ? .certain : .suggested)] }
        ?? [])
  }
}
