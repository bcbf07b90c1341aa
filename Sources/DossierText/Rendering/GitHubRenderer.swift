/// Workflow commands of GitHub Actions, one annotation per line. Every value is escaped, so that text from a document cannot
/// become a command.
package struct GitHubRenderer: DiagnosticRenderer {
  package init() {}

  package func render(_ report: DiagnosticReport) -> String {
    report.diagnostics.map { diagnostic in
      let level = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
      let properties = place(of: diagnostic.primary, report) + [("title", diagnostic.rule.name)]
      let list = properties.map { "\($0)=\(WorkflowCommandText.escaped($1, property: true))" }.joined(separator: ",")
      var message = diagnostic.headline
      if !diagnostic.primary.text.isEmpty { message += "\n" + diagnostic.primary.text }
      if let help = diagnostic.help { message += "\nhelp: " + help }
      return "::\(level) \(list)::\(WorkflowCommandText.escaped(message, property: false))\n"
    }.joined()
  }

  /// Empty for the workspace, because GitHub cannot show an annotation at a folder.
  private func place(of label: Diagnostic.Label, _ report: DiagnosticReport) -> [(String, String)] {
    guard !label.path.isWorkspace else { return [] }
    let extent = report.extent(label, .scalars)
    var properties = [
      ("file", report.shown(label.path)), ("line", String(extent.from.line)), ("endLine", String(extent.to.line)),
      ("col", String(extent.from.column)),
    ]
    // GitHub accepts a column range only within one line.
    if extent.from.line == extent.to.line { properties.append(("endColumn", String(extent.to.column))) }
    return properties
  }
}
