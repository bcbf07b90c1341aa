/// One line per diagnostic: `path:line:column: severity: headline (label) [rule]`. The label and its parentheses are left out
/// if the label has no text.
package struct ConciseRenderer: DiagnosticRenderer {
  package init() {}

  package func render(_ report: DiagnosticReport) -> String {
    report.diagnostics.map { diagnostic in
      let place = TerminalText.visible(report.place(of: diagnostic.primary))
      let headline = TerminalText.visible(diagnostic.headline)
      let hint = diagnostic.primary.text.isEmpty ? "" : " (\(TerminalText.visible(diagnostic.primary.text)))"
      return "\(place): \(diagnostic.severity.rawValue): \(headline)\(hint) [\(diagnostic.rule)]\n"
    }.joined()
  }
}
