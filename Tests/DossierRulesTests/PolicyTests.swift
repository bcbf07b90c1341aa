import DossierAnalysis
import DossierMarkup
import DossierRecords
import DossierRules
import DossierTesting
import DossierText
import Testing

/// Levels, profiles and exceptions, applied to the diagnostics of reading and of rules.
@Suite struct JudgeTests {
  private static let suppliers =
    "kind: supplier\nrecords:\n  - {id: SUP-001, title: a, service: b}\n  - {id: SUP-002, title: c, service: d}"
  private static let roles = "kind: role\nrecords:\n  - {id: ROL-001, title: a, accountable_for: [x]}"

  @Test func `the level of a rule overrides that of its family, and off reports nothing`() async throws {
    let policyResult = try await applyPolicy([
      "dossier.yaml": "organisation: Q\nrules: {levels: {references: note, orphan-record: error}}",
      "n.md": "[x](gone.md)", "suppliers.yaml": Self.suppliers,
    ])
    #expect(policyResult.diagnostics.map(\.severity) == [.note, .error, .error])
    let silent = try await applyPolicy([
      "dossier.yaml": "organisation: Q\nrules: {levels: {references: off}}", "n.md": "[x](gone.md)",
      "suppliers.yaml": Self.suppliers,
    ])
    #expect(silent.diagnostics.isEmpty)
    #expect(silent.changes.contains { $0.rule.name == "dead-link" && $0.from == .error && $0.to == nil })
  }

  @Test func `levels apply to diagnostics of reading too`() async throws {
    let policyResult = try await applyPolicy([
      "dossier.yaml": "organisation: Q\nrules: {levels: {raw-html: error}}", "n.md": "a <v>x</v>",
    ])
    #expect(policyResult.diagnostics.map(\.severity) == [.error])
  }

  @Test(arguments: ["format: off", "format: warning", "missing-field: off", "missing-field: warning", "raw-html: note"])
  func `format rules are not lowered`(_ level: String) async throws {
    let policyResult = try await applyPolicy([
      "dossier.yaml": "organisation: Q\nrules: {levels: {\(level)}}", "n.md": "a <v>x",
      "concern.md": "---\nkind: concern\nid: CNC-001\ntitle: t\n---\n",
    ])
    #expect(policyResult.diagnostics.map(\.rule.name) == ["missing-field", "locked-rule", "raw-html"])
    #expect(policyResult.diagnostics.map(\.severity) == [.error, .error, .warning])
  }

  @Test func `levels of unknown rules are reported at their place`() async throws {
    let text = "organisation: Q\nrules: {levels: {Orphan_Record: off, nonsense: off}}"
    let policyResult = try await applyPolicy(["dossier.yaml": text])
    #expect(policyResult.diagnostics.map(\.rule.name) == ["unknown-rule", "unknown-rule"])
    #expect(policyResult.diagnostics.first?.primary.text == "did you mean `orphan-record`?")
    #expect(policyResult.diagnostics.first?.primary.span.count == "Orphan_Record".utf8.count)
    #expect(policyResult.diagnostics.last?.primary.text == "")
  }

  @Test func `an exception for a record with errors is not reported as unused`() async throws {
    func texts(_ purpose: String) -> KeyValuePairs<String, String> {
      [
        "a.yaml": """
        kind: ai-system
        records:
          - {id: AIS-001, title: s, \(purpose), owner: ROL-001, role: [deployer], lifecycle: operation, risk_class: minimal}
        """,
        "b.yaml": """
        kind: exception
        records:
          - {id: EXC-001, title: t, rule: self-reference, records: [AIS-001], reason: r, approved_by: ROL-001, until: 2027-01-01}
        """,
      ]
    }
    let used = try await applyPolicy(texts("purpose: p")).diagnostics.map(\.rule.name)
    let broken = try await applyPolicy(texts("purpose: [p]")).diagnostics.map(\.rule.name)
    #expect(used.contains("exception-unused") && !broken.contains("exception-unused"))
  }

  @Test func `every level of a profile is for a rule or family and has a reason`() {
    for profile in Profile.all {
      for level in profile.levels {
        let rules = Rules.all.filter { $0.id.name == level.name || $0.family.rawValue == level.name }
        #expect(!rules.isEmpty, "\(profile.name): \(level.name)")
        #expect(!rules.contains { $0.family == .format }, "\(profile.name): \(level.name)")
        #expect(level.reason.count > 30 && !level.reason.hasSuffix("."), "\(profile.name): \(level.name)")
      }
      #expect(Set(profile.levels.map(\.name)).count == profile.levels.count)
    }
    #expect(Levels(nil).changes.isEmpty)
  }

  @Test func `an exception suppresses diagnostics of its records only`() async throws {
    let policyResult = try await applyPolicy([
      "suppliers.yaml": Self.suppliers, "roles.yaml": Self.roles, "exceptions.yaml": exception("records: [SUP-001]"),
    ])
    #expect(policyResult.diagnostics.map(\.headline) == ["no other record refers to supplier SUP-002"])
    #expect(policyResult.suppressed.map(\.diagnostic.headline) == ["no other record refers to supplier SUP-001"])
    #expect(policyResult.suppressed.map(\.reason.described) == ["excepted by EXC-001 until 2026-06-30"])
  }

  @Test(arguments: [
    "status: draft", "status: proposed", "status: rejected", "status: closed", "status: retired",
    "retired: 2026-01-01", "approvals: [{by: ROL-001, date: 2026-07-01}]",
  ])
  func `an exception that is not effective suppresses nothing`(_ line: String) async throws {
    let policyResult = try await applyPolicy([
      "suppliers.yaml": Self.suppliers, "roles.yaml": Self.roles,
      "exceptions.yaml": exception("records: [SUP-001, SUP-002]\n    \(line)"),
    ])
    #expect(policyResult.suppressed.isEmpty && policyResult.diagnostics.map(\.rule.name) == ["orphan-record", "orphan-record"])
  }

  @Test func `an exception without approval suppresses nothing`() async throws {
    let text = exception("records: [SUP-001]").split(separator: "\n").filter { !$0.contains("approved_by") }
    let policyResult = try await applyPolicy(["suppliers.yaml": Self.suppliers, "exceptions.yaml": text.joined(separator: "\n")])
    #expect(policyResult.suppressed.isEmpty)
    #expect(policyResult.diagnostics.map(\.rule.name) == ["missing-field", "orphan-record", "orphan-record"])
  }

  @Test func `an exception is effective on its last day and not on the next`() async throws {
    let files: KeyValuePairs = [
      "suppliers.yaml": Self.suppliers, "roles.yaml": Self.roles, "exceptions.yaml": exception("records: [SUP-001, SUP-002]"),
    ]
    #expect(try await applyPolicy(files, asOf: "2026-06-30").diagnostics.isEmpty)
    let next = try await applyPolicy(files, asOf: "2026-07-01")
    #expect(next.diagnostics.map(\.rule.name) == ["exception-expired", "orphan-record", "orphan-record"])
    #expect(next.diagnostics.first?.others.count == 2)
    #expect(next.diagnostics.first?.headline.contains("2 diagnostics of `orphan-record` are reported again") == true)
  }

  @Test func `an exception that lists a record twice counts it once`() async throws {
    let policyResult = try await applyPolicy(
      [
        "suppliers.yaml": Self.suppliers, "roles.yaml": Self.roles, "exceptions.yaml": exception("records: [SUP-001, SUP-001]"),
      ], asOf: "2026-07-01")
    #expect(policyResult.diagnostics.contains { $0.headline.contains("1 diagnostic of `orphan-record` is reported again") })
  }

  @Test func `format errors cannot have exceptions`() async throws {
    let policyResult = try await applyPolicy([
      "concerns.yaml": "kind: concern\nrecords:\n  - {id: CNC-001, title: t}", "roles.yaml": Self.roles,
      "exceptions.yaml": exception("records: [CNC-001]", rule: "missing-field"),
    ])
    #expect(policyResult.suppressed.isEmpty)
    #expect(policyResult.diagnostics.map(\.rule.name) == ["missing-field", "locked-rule"])
  }

  @Test func `the exception that ends last is the reason, and all count as used`() async throws {
    let second =
      "\n  - id: EXC-002\n    title: t\n    rule: orphan-record\n    records: [SUP-001]\n    reason: r\n    approved_by: ROL-001\n    until: 2027-01-01"
    let policyResult = try await applyPolicy([
      "suppliers.yaml": Self.suppliers, "roles.yaml": Self.roles,
      "exceptions.yaml": exception("records: [SUP-001, SUP-002]") + second,
    ])
    #expect(policyResult.diagnostics.isEmpty)
    #expect(
      policyResult.suppressed.map(\.reason.described) == [
        "excepted by EXC-002 until 2027-01-01", "excepted by EXC-001 until 2026-06-30",
      ])
  }

  private func exception(_ rest: String, rule: String = "orphan-record") -> String {
    """
    kind: exception
    records:
      - id: EXC-001
        title: t
        rule: \(rule)
        reason: r
        approved_by: ROL-001
        until: 2026-06-30
        \(rest)
    """
  }

  private func applyPolicy(_ texts: KeyValuePairs<String, String>, asOf: String = "2026-06-30") async throws -> PolicyResult {
    let files = try texts.map { SourceFile(path: try #require(SourcePath($0.key)), bytes: Array($0.value.utf8)) }
    // Rules about missing records are not run, because they are not the subject here.
    let rules = Rules.all.filter { $0.family == .format || $0.family == .references || $0.id.name == "exception-expired" }
    return try await analyse(
      SourceTree(files: files, attachments: []), catalogues: ["iso42001"],
      asOf: try #require(CivilDate(asOf)), rules: rules
    ).policyResult.withoutMissingConfiguration
  }
}
