/// JUnit XML with one test suite per reported rule and one failing test case per diagnostic. If there are no diagnostics, the
/// report has one passing test case. The text of a failure is the label of the place and the help.
package struct JUnitRenderer: DiagnosticRenderer {
  package init() {}

  package func render(_ report: DiagnosticReport) -> String {
    let rules = Set(report.diagnostics.map(\.rule)).sorted()
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    let failures = report.diagnostics.count
    out += "<testsuites name=\"\(XMLText.escaped(report.tool.name))\" tests=\"\(max(1, failures))\" failures=\"\(failures)\">\n"
    if rules.isEmpty {
      out += "  <testsuite name=\"check\" tests=\"1\" failures=\"0\">\n"
      out += "    <testcase classname=\"dossier\" name=\"no diagnostics\"/>\n  </testsuite>\n"
    }
    for rule in rules {
      let own = report.diagnostics.filter { $0.rule == rule }
      out += "  <testsuite name=\"\(XMLText.escaped(rule.name))\" tests=\"\(own.count)\" failures=\"\(own.count)\">\n"
      for diagnostic in own {
        let place = report.place(of: diagnostic.primary)
        out += "    <testcase classname=\"\(XMLText.escaped(rule.name))\" name=\"\(XMLText.escaped(place))\">\n"
        out += "      <failure type=\"\(diagnostic.severity.rawValue)\" message=\"\(XMLText.escaped(diagnostic.headline))\">"
        let words = [diagnostic.primary.text, diagnostic.help ?? ""].filter { !$0.isEmpty }
        let body = words.isEmpty ? [diagnostic.headline] : words
        out += body.map(XMLText.escaped).joined(separator: "\n") + "</failure>\n    </testcase>\n"
      }
      out += "  </testsuite>\n"
    }
    return out + "</testsuites>\n"
  }
}
