/// GitLab's code quality report, a JSON array. Every fingerprint is unique, because GitLab shows only one of several
/// diagnostics with equal fingerprints.
///
/// The description is the headline, the label of the place and the help, because GitLab shows no other text.
/// GitLab requires a path and a line. For the workspace, they are its folder and line 1.
package struct GitLabRenderer: DiagnosticRenderer {
  package init() {}

  package func render(_ report: DiagnosticReport) -> String {
    let list = zip(report.diagnostics, report.fingerprints()).map { diagnostic, fingerprint in
      let extent = report.extent(diagnostic.primary, .scalars)
      let lines = JSON.object(["begin": .integer(extent.from.line), "end": .integer(extent.to.line)])
      let words = [diagnostic.headline, diagnostic.primary.text, diagnostic.help ?? ""].filter { !$0.isEmpty }
      return JSON.object([
        "description": .string(words.joined(separator: "; ")),
        "check_name": .string(diagnostic.rule.name),
        "fingerprint": .string(fingerprint),
        "severity": .string(GitLabRenderer.severity(diagnostic.severity)),
        "location": .object(["path": .string(report.shown(diagnostic.primary.path)), "lines": lines]),
      ])
    }
    return JSON.array(list).pretty() + "\n"
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
