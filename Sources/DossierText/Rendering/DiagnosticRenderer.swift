/// Writes diagnostics in one output format.
package protocol DiagnosticRenderer: Sendable {
  /// The complete output for `report`. Either the output ends with a line break, or the output is empty.
  func render(_ report: DiagnosticReport) -> String
}

/// The input of a renderer: diagnostics in order, suppressed diagnostics, the sources and the rules.
package struct DiagnosticReport: Sendable {
  package let diagnostics: [Diagnostic]
  /// Shown only by formats that can mark a diagnostic as suppressed.
  package let suppressed: [Suppressed]
  package let sources: SourceTree
  /// A prefix that makes the paths relative to the current folder. The prefix is empty or ends in `/`.
  package let prefix: String
  package let rules: [RuleSummary]
  package let tool: ToolVersion
  /// For each diagnostic, and then for each suppressed diagnostic, the ids of the records that it is about. Empty if no format
  /// needs them.
  private let records: [[String]]
  /// The line index of every file that a diagnostic refers to.
  private let indexes: [SourcePath: LineIndex]

  package init(
    diagnostics: [Diagnostic], suppressed: [Suppressed] = [], sources: SourceTree, prefix: String, rules: [RuleSummary],
    tool: ToolVersion, records: [[String]] = []
  ) {
    self.records = records
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

  /// The path relative to the current folder.
  package func shown(_ path: SourcePath) -> String {
    guard path.isWorkspace else { return prefix + path.description }
    let folder = prefix.utf8.count > 1 ? String(prefix.dropLast()) : prefix
    return folder.isEmpty ? path.description : folder
  }

  /// The place of a label: `path:line:column`. A folder has no lines, so the place of the workspace is only its path.
  func place(of label: Diagnostic.Label) -> String {
    guard !label.path.isWorkspace else { return shown(label.path) }
    let start = extent(label, .scalars).from
    return "\(shown(label.path)):\(start.line):\(start.column)"
  }

  /// The ids of the records that a diagnostic is about. `position` counts the diagnostics and then the suppressed ones.
  func records(at position: Int) -> [String] { records.indices.contains(position) ? records[position] : [] }

  func lines(of path: SourcePath) -> LineIndex { indexes[path] ?? LineIndex([]) }

  /// The start and end of a label. The end is the position after the last byte.
  func extent(_ label: Diagnostic.Label, _ unit: LineIndex.Unit) -> (from: LineIndex.Position, to: LineIndex.Position) {
    let bytes = sources.file(at: label.path)?.bytes ?? []
    let index = lines(of: label.path)
    return (
      index.position(of: Int(label.span.lower), in: bytes, unit: unit),
      index.position(of: Int(label.span.upper), in: bytes, unit: unit)
    )
  }

  /// One fingerprint for each diagnostic, followed by one fingerprint for each suppressed diagnostic. A fingerprint is computed
  /// from the rule, file, underlined text and headline. The line number is not used, so the fingerprint stays the same if the
  /// diagnostic moves to another line.
  ///
  /// If these four values are equal for several diagnostics, a counter is also used, so that no two fingerprints are equal.
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

/// The parts of a rule that output formats show.
package struct RuleSummary: Sendable {
  package let id: RuleID
  package let title: String
  package let explanation: String
  package let severity: Severity
  /// The clauses and controls of ISO/IEC 42001 that the rule supports.
  package let clauses: [String]

  package init(id: RuleID, title: String, explanation: String, severity: Severity, clauses: [String] = []) {
    self.id = id
    self.title = title
    self.explanation = explanation
    self.severity = severity
    self.clauses = clauses
  }
}

/// The name and version of this program, as shown in reports and pages.
package struct ToolVersion: Sendable, Hashable {
  package let name: String
  package let version: String

  package init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}
