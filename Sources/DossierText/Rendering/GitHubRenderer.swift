/// Workflow commands of GitHub Actions, one annotation per line. Every value is escaped, so that text from a document cannot
/// become a command.
package struct GitHubRenderer: DiagnosticRenderer {
  package init() {}

  package func render(_ report: DiagnosticReport) -> String {
    report.diagnostics.map { diagnostic in
      let extent = report.extent(diagnostic.primary, .scalars)
      let level = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
      var properties = [
        ("file", report.shown(diagnostic.primary.path)), ("line", String(extent.from.line)),
        ("endLine", String(extent.to.line)), ("col", String(extent.from.column)),
      ]
      // GitHub accepts a column range only within one line.
      if extent.from.line == extent.to.line { properties.append(("endColumn", String(extent.to.column))) }
      properties.append(("title", diagnostic.rule.name))
      let list = properties.map { "\($0)=\(WorkflowCommandText.escaped($1, property: true))" }.joined(separator: ",")
      var message = diagnostic.headline
      if !diagnostic.primary.text.isEmpty { message += "\n" + diagnostic.primary.text }
      if let help = diagnostic.help { message += "\nhelp: " + help }
      return "::\(level) \(list)::\(WorkflowCommandText.escaped(message, property: false))\n"
    }.joined()
  }
}
