/// Turns diagnostics into the bytes of one output format.
package protocol DiagnosticRenderer: Sendable {
  /// The whole output for `report`, with its final line end where it is not empty.
  func render(_ report: DiagnosticReport) -> String
}

/// What a renderer shows: the diagnostics in order, those that do not count apart from them, the sources they point into, and what is known of their rules.
package struct DiagnosticReport: Sendable {
  package let diagnostics: [Diagnostic]
  /// Only formats for machines that know such a thing show these.
  package let suppressed: [Suppressed]
  package let sources: SourceTree
  /// What stands before a path so that it can be opened from where the command was called: empty or ending in `/`.
  package let prefix: String
  package let rules: [RuleSummary]
  package let tool: ToolVersion
  /// The lines of every file that is pointed into.
  private let indexes: [SourcePath: LineIndex]

  package init(
    diagnostics: [Diagnostic], suppressed: [Suppressed] = [], sources: SourceTree, prefix: String, rules: [RuleSummary],
    tool: ToolVersion
  ) {
    self.suppressed = suppressed
    self.diagnostics = diagnostics
    self.sources = sources
    self.prefix = prefix
    self.rules = rules
    self.tool = tool
    var indexes: [SourcePath: LineIndex] = [:]
    let all = diagnostics + suppressed.map(\.diagnostic)
    let paths = all.lazy.flatMap { [$0.primary.path] + $0.others.map(\.path) + $0.fixes.map(\.path) }
    for path in paths where indexes[path] == nil { indexes[path] = LineIndex(sources.file(at: path)?.bytes ?? []) }
    self.indexes = indexes
  }

  /// A path as the reader can open it.
  package func shown(_ path: SourcePath) -> String { prefix + path.description }

  func lines(of path: SourcePath) -> LineIndex { indexes[path] ?? LineIndex([]) }

  /// First and last place of a label; the end is the place after the last byte.
  func extent(_ label: Diagnostic.Label, _ unit: LineIndex.Unit) -> (from: LineIndex.Position, to: LineIndex.Position) {
    let bytes = sources.file(at: label.path)?.bytes ?? []
    let index = lines(of: label.path)
    return (
      index.position(of: Int(label.span.lower), in: bytes, unit: unit),
      index.position(of: Int(label.span.upper), in: bytes, unit: unit)
    )
  }

  /// Names a diagnostic across runs by its rule, file and underlined text, not by its line; equal ones are numbered.
  ///
  /// Those that do not count come after the others.
  func fingerprints() -> [String] {
    var seen: [String: Int] = [:]
    return (diagnostics + suppressed.map(\.diagnostic)).map { diagnostic in
      let text = sources.file(at: diagnostic.primary.path)?.text(diagnostic.primary.span) ?? ""
      let key = "\(diagnostic.rule)\u{0}\(diagnostic.primary.path)\u{0}\(text)\u{0}\(diagnostic.headline)"
      let number = seen[key, default: 0]
      seen[key] = number + 1
      return Digest(of: Array("\(key)\u{0}\(number)".utf8)).description
    }
  }
}

/// What an output format says about a rule.
package struct RuleSummary: Sendable {
  package let id: RuleID
  package let title: String
  package let explanation: String
  package let severity: Severity
  /// Clauses and controls of ISO/IEC 42001 that it serves.
  package let clauses: [String]

  package init(id: RuleID, title: String, explanation: String, severity: Severity, clauses: [String] = []) {
    self.id = id
    self.title = title
    self.explanation = explanation
    self.severity = severity
    self.clauses = clauses
  }
}

/// The name and version of this program, as reports and pages give it.
package struct ToolVersion: Sendable, Hashable {
  package let name: String
  package let version: String

  package init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}
