import DossierAnalysis
import DossierRecords
import DossierRules
import DossierTesting
import DossierText
import Testing

/// Rules that an organisation declares as data.
@Suite struct DeclaredRuleTests {
  private let asOf = CivilDate("2026-06-30")

  /// The diagnostics of the declared rule for concerns and trainings.
  private func reported(_ check: String, _ concern: String = "", evidence: String = "") async throws -> [Diagnostic] {
    let tree = SourceTree(
      files: try [
        "a.yaml": "kind: concern\nrecords:\n  - id: CNC-001\n    title: t\n    raised: 2026-05-04\n" + concern,
        "dossier.yaml": "organisation: o\nchecks:\n  - id: x-own\n    kind: concern\n    message: something holds\n" + check,
        "e.yaml": "kind: training\nrecords:\n  - {id: TRN-999, title: t, roles: [ROL-001], date: 2026-01-01, subject: s}\n"
          + evidence,
        "r.yaml": "kind: role\nrecords:\n  - {id: ROL-001, title: r, accountable_for: [a]}\n",
      ].map { SourceFile(path: try #require(SourcePath($0.key)), bytes: Array($0.value.utf8)) }.sorted { $0.path < $1.path },
      attachments: [])
    let analysis = try await analyse(tree, asOf: try #require(asOf))
    let reading = try await analyse(tree, asOf: try #require(asOf), rules: []).reported()
    #expect(reading.isEmpty, "\(reading.map(\.headline))")
    return analysis.diagnostics.filter { $0.rule.name == "x-own" }
  }

  @Test(arguments: [
    ("{field: channel}", "", false), ("{field: channel}", "    channel: phone\n", true),
    ("{field: channel, state: absent}", "", true), ("{field: channel, state: absent}", "    channel: phone\n", false),
    ("{field: channel, is: phone}", "    channel: phone\n", true),
    ("{field: channel, is: phone}", "    channel: letter\n", false),
    ("{field: channel, one_of: [letter, phone]}", "    channel: phone\n", true),
    ("{field: raised, before: as-of}", "", true), ("{field: raised, after: as-of}", "", false),
    ("{field: raised, before: 2026-05-04}", "", false), ("{field: raised, after: 2026-05-03}", "", true),
    ("{field: raised, within: P2M}", "", true), ("{field: raised, within: 1 month}", "", false),
    ("{field: raised, older_than: P1M}", "", true), ("{field: raised, older_than: P2M}", "", false),
    ("{field: tags, is: b}", "    tags: [a, b]\n", true), ("{field: tags, is: c}", "    tags: [a, b]\n", false),
    ("{field: status, is: active}", "", true), ("{field: status, is: closed}", "    status: closed\n", true),
    ("{field: approvals.by, is: ROL-001}", "    approvals: [{by: ROL-001, date: 2026-05-05}]\n", true),
    ("{field: approvals.date, after: 2026-06-01}", "    approvals: [{by: ROL-001, date: 2026-05-05}]\n", false),
    ("{field: x-level, minimum: 3}", "    x-level: 3\n", true), ("{field: x-level, maximum: 2}", "    x-level: 3\n", false),
    ("{field: x-level, minimum: 1, maximum: 3}", "    x-level: 2.5\n", true),
    ("{field: x-day, before: as-of}", "    x-day: 2026-01-01\n", true),
    ("{field: channel, is: phone, state: present}", "    channel: phone\n", true),
  ])
  func `a field requirement is checked`(demand: String, fields: String, holds: Bool) async throws {
    #expect(try await reported("    requires: [\(demand)]\n", fields).isEmpty == holds)
    // As a condition, it decides whether the requirement applies. The requirement itself is never met.
    #expect(try await reported("    where: [\(demand)]\n    requires: [{field: x-never}]\n", fields).isEmpty != holds)
  }

  @Test(arguments: [("active", 1), ("closed", 1), ("draft", 0), ("proposed", 0), ("rejected", 0)])
  func `only records that count are evaluated`(_ status: String, _ expected: Int) async throws {
    let found = try await reported("    requires: [{field: x-never}]\n", "    status: \(status)\n")
    #expect(found.count == expected)
  }

  @Test func `further failures are counted`() async throws {
    let concerns = (0..<1_200).map { "  - {id: CNC-9\($0), title: t, raised: 2026-05-04}\n" }.joined()
    let check = "    requires: [{field: x-never}]\n"
    let found = try await reported(check, concerns)
    #expect(found.count == 1_001)
    let sentence = "records of kind concern fail this check 1201 times; 201 of these failures are not listed"
    #expect(found.contains { $0.headline == sentence && $0.primary.path.description == "dossier.yaml" })
    // With 40 checks, each check lists half as many.
    let others = (1..<40).map { "  - {id: x-other-\($0), kind: concern, message: m, requires: [{field: title}]}\n" }.joined()
    #expect(try await reported(check + others, concerns).count == 501)
  }

  private func trainings(_ number: Int, _ more: String = "") -> String {
    (0..<number).map {
      "  - {id: TRN-00\($0), title: t, roles: [ROL-001], date: 2026-05-0\($0 + 1), subject: s, supersedes: CNC-001\(more)}\n"
    }.joined()
  }

  @Test func `records that refer to a record are counted`() async throws {
    let check = "    requires: [{incoming: training, at_least: 2, where: [{field: date, before: 2026-05-03}]}]\n"
    #expect(
      try await reported(check).first?.primary.text
        == "found 0, required at least 2 records of kind training that refer to it")
    #expect(
      try await reported(check, evidence: trainings(1)).first?.primary.text
        == "found 1, required at least 2 records of kind training that refer to it"
    )
    #expect(try await reported(check, evidence: trainings(2)).isEmpty)
    #expect(try await reported(check, evidence: trainings(2, ", status: retired")).count == 1, "a retired record does not count")
    #expect(try await reported("    requires: [{incoming: risk}]\n", evidence: trainings(2)).count == 1)
  }

  @Test func `records that a record refers to are counted once`() async throws {
    let check = "    requires: [{outgoing: role, at_least: 2}]\n"
    #expect(
      try await reported(check, "    owner: ROL-001\n    handled_by: ROL-001\n").first?.primary.text
        .hasPrefix("found 1, required at least 2") == true)
    #expect(try await reported("    requires: [{outgoing: role}]\n", "    owner: ROL-001\n").isEmpty)
  }

  @Test func `a declared rule reports diagnostics like a built-in rule`() async throws {
    let diagnostic = try #require(
      try await reported(
        "    severity: error\n    help: ask somebody\n    requires: [{field: channel, is: phone}]\n", "    channel: letter\n"
      ).first)
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.headline == "concern CNC-001: something holds")
    #expect(diagnostic.help == "ask somebody")
    #expect(diagnostic.primary.text == "required: `channel` is `phone`")
    #expect(diagnostic.others.map(\.path.description) == ["dossier.yaml"])
    #expect(try await reported("    requires: [{field: channel}, {field: outcome}]\n").count == 2)
    #expect(
      try await reported("    requires: [{field: channel}]\n", "    status: retired\n").isEmpty, "a retired record is not checked"
    )
    #expect(try await reported("    requires: [{field: channel}]\n").first?.severity == .warning)
  }

  @Test func `an exception can refer to a declared rule`() async throws {
    let tree = RuleExample.files([
      "dossier.yaml": "organisation: o\nchecks: [{id: x-own, kind: role, message: m, requires: [{field: held_by}]}]\n",
      "e.yaml":
        "kind: exception\nrecords:\n  - {id: EXC-001, title: t, rule: x-own, records: [ROL-001], reason: r, approved_by: ROL-001, "
        + "until: 2027-01-01}\n",
      "r.yaml": "kind: role\nrecords:\n  - {id: ROL-001, title: r, accountable_for: [a]}\n",
    ])
    let analysis = try await analyse(tree, asOf: try #require(asOf))
    #expect(!analysis.diagnostics.contains { $0.rule.name == "unknown-rule" })
    let rules = Rules.declared(in: analysis.dossier.configurationEntry)
    #expect(rules.map(\.id.name) == ["x-own"])
    #expect(
      rules.first?.explanation
        == "Every record of kind role must meet the following, if it is effective or a closed event:"
        + " `held_by` is present. Declared in dossier.yaml.")
  }

  // MARK: Invalid declarations

  @Test(arguments: [
    ("id: own", "bad-declaration", "own"), ("id: x-Own", "bad-declaration", "x-Own"), ("kind: concen", "unknown-kind", "concen"),
    ("where: [{field: chanel}]", "unknown-key", "chanel"), ("where: [{field: approvals.dat}]", "unknown-key", "approvals.dat"),
    ("where: [{field: status, is: actve}]", "unknown-word", "actve"),
    ("where: [{field: status, one_of: [active, clsed]}]", "unknown-word", "clsed"),
    ("where: [{field: channel, before: as-of}]", "bad-declaration", "channel"),
    ("where: [{field: raised, minimum: 3}]", "bad-declaration", "raised"),
    ("where: [{field: raised, before: tomorrow}]", "bad-date", "tomorrow"),
    ("where: [{field: raised, is: 2026-02-30}]", "bad-date", "2026-02-30"),
    ("where: [{field: approvals, is: x}]", "bad-declaration", "approvals"),
    ("requires: [{incoming: evidnce}]", "unknown-kind", "evidnce"),
    ("requires: [{incoming: evidence, where: [{field: colected}]}]", "unknown-key", "colected"),
    ("requires: [{incoming: evidence, outgoing: risk}]", "bad-declaration", "evidence"),
    ("requires: [{incoming: evidence, at_least: 0}]", "bad-declaration", "evidence"),
    ("requires: []", "missing-field", ""), ("severity: fatal", "unknown-word", "fatal"),
    ("clauses: [\"9.9\"]", "bad-declaration", "9.9"),
    ("requires: [{feild: channel}]", "unknown-key missing-field", "feild"), ("code: rm", "unknown-key", "code"),
  ])
  func `an invalid declaration is reported`(text: String, rules: String, underlined: String) async throws {
    let fields = ["id: x-own", "kind: concern", "message: m", "requires: [{field: channel}]"]
    let key = text.prefix { $0 != ":" } + ":"
    let lines = fields.filter { !$0.hasPrefix(key) } + [text]
    let configuration = "organisation: o\nchecks:\n  - " + lines.joined(separator: "\n    ") + "\n"
    let tree = RuleExample.files([
      "a.yaml": "kind: concern\nrecords:\n  - {id: CNC-001, title: t, raised: 2026-05-04, channel: phone}\n",
      "dossier.yaml": configuration,
    ])
    let reported = try await analyse(tree, asOf: try #require(asOf), rules: []).reported().arranged()
    #expect(reported.map(\.rule.name).joined(separator: " ") == rules, "\(reported.map(\.headline))")
    if !underlined.isEmpty, let source = tree.file(at: try #require(SourcePath("dossier.yaml"))) {
      #expect(
        reported.contains { source.text($0.primary.span) == underlined }, "\(reported.map { source.text($0.primary.span) })")
    }
  }
}

extension RuleExample {
  /// Files in memory.
  fileprivate static func files(_ texts: [String: String]) -> SourceTree {
    let files = texts.compactMap { name, text in
      SourcePath(name).map { SourceFile(path: $0, bytes: Array(text.utf8)) }
    }
    return SourceTree(files: files.sorted { $0.path < $1.path }, attachments: [])
  }
}
