/// The diagnostics of a report counted by rule, for a reader who does not know where to begin.
package struct DiagnosticSummary: Sendable {
  /// One group per rule. Errors are first, and of equal severity the rules with the most diagnostics are first.
  package let groups: [Group]
  /// The number of diagnostics that `check --fix` can fix.
  package let fixable: Int
  private let report: DiagnosticReport

  /// The maximum number of rules that the text lists, so that the text fits on a screen.
  private static let most = 12

  package struct Group: Sendable {
    package let rule: RuleID
    package let severity: Severity
    package fileprivate(set) var count: Int
    /// The first diagnostic of the rule, in the order of the report.
    package let first: Diagnostic
    fileprivate var paths: Set<SourcePath>
  }

  package init(_ report: DiagnosticReport) {
    self.report = report
    var groups: [RuleID: Group] = [:]
    for diagnostic in report.diagnostics {
      let own = Group(rule: diagnostic.rule, severity: diagnostic.severity, count: 0, first: diagnostic, paths: [])
      groups[diagnostic.rule, default: own].count += 1
      groups[diagnostic.rule]?.paths.insert(diagnostic.primary.path)
    }
    self.groups = groups.values.sorted { a, b in
      if a.severity != b.severity { return a.severity > b.severity }
      return a.count == b.count ? a.rule < b.rule : a.count > b.count
    }
    fixable = report.diagnostics.count(where: \.isCertainlyFixable)
  }

  /// The summary for people: a line per rule with its count and its first place, and then what to do first.
  package var text: String {
    guard let worst = groups.first else { return "no diagnostics\n" }
    let listed = groups.prefix(DiagnosticSummary.most)
    let width = listed.map { String($0.count).utf8.count }.max() ?? 1
    let name = listed.map { $0.rule.name.utf8.count }.max() ?? 1
    var out = "diagnostics by rule, with the first place of each:\n"
    for group in listed {
      let count = String(group.count)
      let severity = group.severity.rawValue.padded(to: 7)
      let pad = String(repeating: " ", count: width - count.utf8.count)
      let place = TerminalText.visible(report.place(of: group.first.primary))
      out += "  \(severity) \(pad)\(count) \(group.rule.name.padded(to: name)) \(place)\n"
    }
    let rest = groups.dropFirst(DiagnosticSummary.most)
    if !rest.isEmpty {
      let number = rest.reduce(0) { $0 + $1.count }
      out += "  and \(number) of \(rest.count) more \(rest.count == 1 ? "rule" : "rules"); `--summary --format json` lists all\n"
    }
    return out + "what to do first:\n" + steps(worst).map { "  - \($0)\n" }.joined()
  }

  private func steps(_ worst: Group) -> [String] {
    var steps: [String] = []
    if fixable > 0 {
      let problems = fixable == 1 ? "1 problem that has" : "\(fixable) problems that have"
      steps.append("run `dossier check --fix --dry-run`: it shows the changes for \(problems) one right answer")
    }
    let place = TerminalText.visible(report.place(of: worst.first.primary))
    let help = worst.first.help.map { ": " + TerminalText.visible($0) } ?? ""
    steps.append("\(worst.rule.name) at \(place)\(help)")
    steps.append("read `dossier explain \(worst.rule.name)`: it says what the rule checks and how to fix a problem")
    return steps
  }

  /// The summary as JSON. This is version 1 of a stable format.
  package var json: JSON {
    let diagnostics = report.diagnostics
    let counts = JSON.object([
      "error": .integer(diagnostics.count(of: .error)), "warning": .integer(diagnostics.count(of: .warning)),
      "note": .integer(diagnostics.count(of: .note)),
    ])
    return .object([
      "schema": .integer(1), "tool": .string(report.tool.name), "version": .string(report.tool.version), "counts": counts,
      "fixable": .integer(fixable),
      "rules": .array(
        groups.map { group in
          .object([
            "rule": .string(group.rule.name), "severity": .string(group.severity.rawValue), "count": .integer(group.count),
            "files": .integer(group.paths.count), "first": first(group),
          ])
        }),
    ])
  }

  private func first(_ group: Group) -> JSON {
    let start = report.extent(group.first.primary, .scalars).from
    return .object([
      "path": .string(report.shown(group.first.primary.path)), "line": .integer(start.line), "column": .integer(start.column),
      "headline": .string(group.first.headline), "help": group.first.help.map(JSON.string),
    ])
  }
}

extension String {
  /// The text with blanks at its end, up to a length in bytes. Only for ASCII text.
  fileprivate func padded(to length: Int) -> String { self + String(repeating: " ", count: max(0, length - utf8.count)) }
}
