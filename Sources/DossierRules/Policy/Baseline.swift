import DossierMarkup
package import DossierRecords
package import DossierText

/// The list of known problems of a workspace, stored in `dossier-baseline.json`.
///
/// Known problems are shown separately, so that only new problems fail the check. A problem is identified by its rule, file,
/// record, underlined text, and the key at the start of the line. The line number and the wording of the message do not matter.
/// Equal problems are counted.
package struct Baseline: Sendable {
  package let problems: [Problem]
  private let path: SourcePath
  /// The place of each problem in the baseline file. Empty if the baseline was not read from a file.
  private let places: [Span]

  package static let fileName = "dossier-baseline.json"
  package static let path = SourcePath(parts: [fileName])

  /// The content of the file.
  struct Form: MappingValue {
    let version: Int
    let problems: [Problem]

    static let schema = Schema(
      Field("dossier-baseline", \Form.version, "the version of this format: 1"),
      Field("problems", \Form.problems, "the known problems"), make: Form.init)
  }

  /// A group of equal problems.
  package struct Problem: MappingValue {
    package let rule: String
    package let path: String
    package let record: String?
    package let fingerprint: String
    package var count: Int { number.value }
    private let number: Number

    package static let schema = Schema(
      Field("rule", \Problem.rule, "the id of the rule"),
      Field("path", \Problem.path, "the file"),
      Field("record", \Problem.record, "the id of the record"),
      Field("fingerprint", \Problem.fingerprint, "the hash of the underlined text and the key before it"),
      Field("count", \Problem.number, "the number of equal problems"),
      make: Problem.init(rule:path:record:fingerprint:number:))

    private init(rule: String, path: String, record: String?, fingerprint: String, number: Number) {
      self.rule = rule
      self.path = path
      self.record = record
      self.fingerprint = fingerprint
      self.number = number
    }

    package init(rule: String, path: String, record: String?, fingerprint: String, count: Int) {
      self.init(rule: rule, path: path, record: record, fingerprint: fingerprint, number: Number(count))
    }

    /// The same problem with the path that this version uses.
    ///
    /// Earlier versions stored a missing configuration with the path of the configuration. Now its path is the workspace.
    var withCurrentPath: Problem {
      guard rule == RuleID.missingConfiguration.name, path == Configuration.fileName else { return self }
      return Problem(
        rule: rule, path: SourcePath.workspace.description, record: record, fingerprint: fingerprint, number: number)
    }

    /// The same problem with a count of 1.
    var one: Problem { Problem(rule: rule, path: path, record: record, fingerprint: fingerprint, count: 1) }

    /// A count from 1 to a million. The limit ensures that the counts of a whole file can be added without overflow.
    private struct Number: FieldValue {
      let value: Int

      static let range = 1...1_000_000
      static var shape: ValueShape { .integer(range) }

      init(_ value: Int) { self.value = min(max(value, Number.range.lowerBound), Number.range.upperBound) }

      static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> Number? {
        decoding.integer(node, shape, within: range).map(Number.init)
      }

      var content: FieldContent? { .integer(value) }
    }
  }

  /// Decodes the file. The value is nil if the file is invalid. The diagnostics then give the reason.
  package static func decode(_ file: SourceFile) -> Diagnosed<Baseline?> {
    let document = DocumentParser.parse(file)
    var decoding = Decoding(source: document.value.source, subject: "the baseline")
    var entries: [FieldEntry] = []
    let form = document.value.fields.flatMap { Form.schema.decode($0, &decoding, entries: &entries) }
    if document.value.fields == nil, document.diagnostics.isEmpty {
      decoding.report(
        .emptyValue, "the baseline is empty", .start, help: "write it again with `dossier check --write-baseline`, or remove it")
    }
    let said = document.diagnostics + decoding.diagnostics
    guard let form else { return Diagnosed(nil, said) }
    if form.version != 1 {
      decoding.report(
        .outOfRange, "the baseline has format version \(form.version), but this program reads version 1",
        entries.span(of: "dossier-baseline") ?? .start, help: "write it again with `dossier check --write-baseline`")
      return Diagnosed(nil, document.diagnostics + decoding.diagnostics)
    }
    let places = form.problems.indices.map { entries.span(of: "problems[\($0)].rule") ?? .start }
    return Diagnosed(Baseline(problems: form.problems.map(\.withCurrentPath), path: file.path, places: places), said)
  }

  private init(problems: [Problem], path: SourcePath, places: [Span]) {
    self.problems = problems
    self.path = path
    self.places = places
  }

  /// A baseline of the given diagnostics. Diagnostics for which `mayHold` is false are left out. For example, format errors are
  /// left out, because other rules cannot check content that cannot be read.
  package init(of diagnostics: [Diagnostic], _ dossier: Dossier, _ sources: SourceTree) {
    var fingerprints = ProblemFingerprints(dossier, sources)
    let subjects = dossier.subjects(of: diagnostics.map(\.primary))
    var counts: [Problem: Int] = [:]
    for (diagnostic, subject) in zip(diagnostics, subjects) where Baseline.mayHold(diagnostic) {
      counts[fingerprints.problem(diagnostic, subject), default: 0] += 1
    }
    problems = counts.map { Problem(rule: $0.rule, path: $0.path, record: $0.record, fingerprint: $0.fingerprint, count: $1) }
      .sorted { Baseline.order($0).lexicographicallyPrecedes(Baseline.order($1)) }
    path = Baseline.path
    places = []
  }

  private static func order(_ problem: Problem) -> [UInt8] {
    Array([problem.path, problem.record ?? "", problem.rule, problem.fingerprint].joined(separator: "\u{0}").utf8)
  }

  /// Whether a baseline may contain the diagnostic.
  ///
  /// False for format errors, and for problems of exceptions and of the baseline itself.
  private static func mayHold(_ diagnostic: Diagnostic) -> Bool {
    let never: [RuleID] = [.exceptionExpired, .exceptionUnused, .baselineStale]
    return Rules.rule(diagnostic.rule.name)?.mayBeExcepted ?? true && !never.contains(diagnostic.rule)
  }

  /// The text of the file, with one problem per line, so that a diff shows which problems were fixed.
  package var text: String {
    let lines = problems.map { problem in
      "    "
        + JSON.object([
          "path": .string(problem.path), "record": problem.record.map(JSON.string), "rule": .string(problem.rule),
          "fingerprint": .string(problem.fingerprint), "count": .integer(problem.count),
        ]).line()
    }
    let list = lines.isEmpty ? "[]" : "[\n" + lines.joined(separator: ",\n") + "\n  ]"
    return "{\n  \"dossier-baseline\": 1,\n  \"problems\": \(list)\n}\n"
  }

  /// Divides the diagnostics into new and known diagnostics, and reports known problems that no longer exist (`stale`).
  ///
  /// If there are more equal diagnostics than the baseline lists, the last of these diagnostics are new.
  func compare(
    _ open: [(diagnostic: Diagnostic, subject: ReferenceGraph.Origin?)], _ dossier: Dossier, _ sources: SourceTree,
    _ filter: AbsenceFilter
  ) -> (new: [Diagnostic], known: [Diagnostic], stale: [Diagnostic]) {
    var fingerprints = ProblemFingerprints(dossier, sources)
    var left: [Problem: Int] = [:]
    for problem in problems { left[problem.one, default: 0] += problem.count }
    var new: [Diagnostic] = []
    var known: [Diagnostic] = []
    for (diagnostic, subject) in open {
      let problem = fingerprints.problem(diagnostic, subject)
      if Baseline.mayHold(diagnostic), let number = left[problem], number > 0 {
        left[problem] = number - 1
        known.append(diagnostic)
      } else {
        new.append(diagnostic)
      }
    }
    // Do not report a problem as `stale` if its record could not be decoded. The problem may be reported again when the errors
    // of the record are fixed.
    func mayExist(_ problem: Problem) -> Bool {
      guard !filter.isEmpty, let record = problem.record else { return false }
      return dossier.position(of: record).map(filter.mayHideDiagnostics) ?? true
    }
    return (new, known, stale(left.filter { !mayExist($0.key) }))
  }

  private func stale(_ left: [Problem: Int]) -> [Diagnostic] {
    let number = left.values.reduce(0, +)
    var unplaced = left
    var gone: [(place: Span, problem: Problem)] = []
    for (problem, place) in zip(problems, places) {
      guard let open = unplaced[problem.one], open > 0 else { continue }
      gone.append((place, problem))
      unplaced[problem.one] = open - problem.count
    }
    guard let first = gone.first else { return [] }
    func named(_ problem: Problem) -> String { "`\(problem.rule)` in \(problem.record ?? problem.path)" }
    var reporter = Reporter(Rules.baselineStale)
    reporter.report(
      number == 1
        ? "the baseline lists a problem that no longer exists: \(named(first.problem))"
        : "the baseline lists \(number) problems that no longer exist",
      at: path, first.place, label: number == 1 ? "" : named(first.problem),
      others: gone.dropFirst().prefix(4).map { .init(path, $0.place, named($0.problem)) },
      help: "write it again with `dossier check --write-baseline` when there are no new problems")
    return reporter.diagnostics
  }
}
