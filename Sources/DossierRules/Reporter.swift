import DossierRecords
import DossierText

/// The only way for a rule to speak: it stamps the rule's id and severity on everything, so that a rule cannot lie about either.
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

  /// Of a reference, at the place where it is written.
  mutating func report(
    _ headline: String, at site: ReferenceSite, label: String = "", others: [Diagnostic.Label] = [], help: String,
    fix: String? = nil, isCertain: Bool = false
  ) {
    report(
      headline, at: site.path, site.span, label: label, others: others, help: help,
      fixes: fix.map { [.init(site.path, site.span, $0, isCertain && site.isVerbatim ? .certain : .suggested)] } ?? [])
  }
}
