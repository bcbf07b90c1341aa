import DossierAnalysis
import DossierRecords
import DossierRules
import DossierTesting
import DossierText
import Testing

/// Events after the as-of date do not count, and approvals without a digest are reported.
@Suite struct HappenedTests {
  private static let system =
    "kind: ai-system\nrecords:\n  - {id: AIS-001, title: s, purpose: p, owner: ROL-002, role: [deployer], lifecycle: operation, "
    + "risk_class: minimal, suppliers: [SUP-001], models: [MDL-001]}"

  @Test(arguments: [("2026-06-30", 0), ("2026-07-01", 1)])
  func `an acceptance counts from its date`(_ date: String, _ expected: Int) async throws {
    let risk = """
      kind: risk
      records:
        - {id: RSK-001, title: t, systems: [AIS-001], category: operational, inherent: {likelihood: 2, impact: 2}, treatment: accept, acceptance: {by: ROL-001, date: \(date), rationale: r}}
      """
    let found = try await reported("risk-unaccepted", ["risk.yaml": risk])
    #expect(found.count == expected)
    guard let first = found.first else { return }
    #expect(first.headline == "risk RSK-001 has the treatment `accept`, but its acceptance is dated 2026-07-01, after 2026-06-30")
    #expect(text(first, ["risk.yaml": risk]) == "2026-07-01")
  }

  @Test(arguments: [("2026-06-30", 0), ("2026-07-01", 1)])
  func `an assessment of a supplier counts from its date`(_ date: String, _ expected: Int) async throws {
    let supplier =
      "kind: supplier\nrecords:\n  - {id: SUP-001, title: s, service: x, assessment: {date: \(date), by: ROL-001, result: accepted}}"
    let files = ["s.yaml": supplier, "system.yaml": HappenedTests.system]
    let found = try await reported("supplier-unassessed", files)
    #expect(found.count == expected)
    #expect(found.allSatisfy { $0.headline.contains("has only an assessment dated 2026-07-01, after 2026-06-30") })
  }

  /// Fields, and whether they are reported.
  @Test(arguments: [
    ("review_cycle: P1Y, reviewed: 2026-06-30", false), ("review_cycle: P1Y, reviewed: 2030-01-01", true),
    ("next_review: 2031-01-01, reviewed: 2030-01-01", true), ("next_review: 2027-01-01, reviewed: 2030-01-01", false),
    ("review_cycle: P1Y, reviewed: 2030-01-01, approvals: [{by: ROL-001, date: 2026-05-01}]", false),
    ("review_cycle: P1Y, reviewed: 2030-01-01, approvals: [{by: ROL-001, date: 2025-05-01}]", true),
    ("reviewed: 2030-01-01", false),
  ])
  func `a review dated after the as-of date does not count`(_ fields: String, _ isReported: Bool) async throws {
    let files = ["d.yaml": "kind: document\nrecords:\n  - {id: DOC-001, title: t, type: procedure, \(fields)}"]
    let found = try await reported("never-reviewed", files)
    #expect(found.isEmpty != isReported)
    #expect(found.allSatisfy { text($0, files) == "2030-01-01" })
  }

  @Test(arguments: [(10, 10), (11, 1)])
  func `more than ten records with later reviews are reported in one diagnostic`(_ number: Int, _ expected: Int) async throws {
    let records = (1...number).map {
      "  - {id: DOC-\($0), title: t, type: procedure, review_cycle: P1Y, reviewed: 2030-01-01}"
    }
    let found = try await reported("never-reviewed", ["d.yaml": "kind: document\nrecords:\n\(records.joined(separator: "\n"))"])
    #expect(found.count == expected)
    #expect(expected > 1 || found.first?.headline.hasPrefix("11 records have no review ") == true)
  }

  @Test(arguments: [("2026-06-30", 0), ("2026-07-01", 1)])
  func `an approval dated after the as-of date does not count`(_ date: String, _ expected: Int) async throws {
    let gate =
      "kind: lifecycle-gate\nrecords:\n  - {id: GTE-001, title: d, system: AIS-001, stage: deployment, date: 2026-02-03, decision: go, "
      + "approvals: [{by: ROL-001, date: \(date)}]}"
    let change =
      "kind: change\nrecords:\n  - {id: CHG-001, title: t, what: use-case, date: 2026-04-02, systems: [AIS-001], "
      + "approvals: [{by: ROL-001, date: \(date)}]}"
    let files = ["g.yaml": gate, "c.yaml": change, "s.yaml": HappenedTests.system]
    #expect(try await reported("gate-unsigned", files).count == expected)
    #expect(try await reported("change-unapproved", files).count == expected)
  }

  @Test(arguments: [("2026-06-30", 0), ("2026-07-01", 1)])
  func `a test dated after the as-of date does not count`(_ date: String, _ expected: Int) async throws {
    let model =
      "kind: model\nrecords:\n  - {id: MDL-001, title: m, version: \"1\", origin: internal, "
      + "security_tests: [{test: injection, result: held, date: \(date)}]}"
    let data =
      "kind: dataset\nrecords:\n  - {id: DTS-001, title: d, source: s, rights: {licence: own}, quality: [{metric: m, value: v, date: \(date)}]}"
    #expect(try await reported("security-untested", ["m.yaml": model, "s.yaml": HappenedTests.system]).count == expected)
    #expect(try await reported("data-quality-unmeasured", ["d.yaml": data]).count == expected)
  }

  /// The approvals of a second document, and those that are reported as having no digest.
  @Test(arguments: [
    ("{by: ROL-001, date: 2026-05-14}", ["ROL-001"]), ("{by: ROL-001, date: 2026-07-01}", []),
    ("{by: ROL-001, date: 2026-05-14, until: 2026-05-15}", []), ("{by: ROL-009, date: 2026-05-14}", []),
    ("{by: ROL-001, date: 2026-05-14}, {by: ROL-001, date: 2026-05-20}", ["ROL-001"]),
    ("{by: ROL-001, date: 2026-05-14}, {by: ROL-002, date: 2026-05-20}", ["ROL-001", "ROL-002"]),
    ("{by: ROL-001, date: 2026-05-14, digest: OWN}, {by: ROL-001, date: 2026-05-20}", []),
    ("{by: ROL-001, date: 2026-05-14}, {by: ROL-001, date: 2026-05-20, digest: OWN}", []),
    ("{by: ROL-001, date: 2026-05-14}, {by: ROL-002, date: 2026-05-20, digest: OWN}", ["ROL-001"]),
    ("{by: ROL-001, date: 2026-05-14, digest: 0000000000000000000000000000000000000000000000000000000000000000}", []),
  ])
  func `an effective approval without a digest is reported`(_ approvals: String, _ expected: [String]) async throws {
    let own = "a301b3a5566d65cdae140f8f37eb99c82024c712a98e401036d50061cc19a5a9"
    func files(_ first: String) -> [String: String] {
      [
        "d.yaml": """
        kind: document
        records:
          - {id: DOC-001, title: Gate procedure, type: procedure, approvals: [{by: ROL-001, date: 2026-05-14\(first)}]}
          - {id: DOC-002, title: Release procedure, type: procedure, approvals: [\(approvals.replacing("OWN", with: own))]}
        """
      ]
    }
    let bound = files(", digest: 213d5f5f00e85490b9cdb543b6848865b3193441501343f0041ba5be114c6aba")
    let found = try await reported("approval-unbound", bound)
    #expect(found.map { text($0, bound) } == expected)
    #expect(found.allSatisfy { $0.help?.contains("`dossier approve DOC-002 --by ROL-00") ?? false })
    // If no approval has a digest, nothing is reported.
    if !approvals.contains("digest") { #expect(try await reported("approval-unbound", files("")).isEmpty) }
  }

  private func text(_ diagnostic: Diagnostic, _ files: [String: String]) -> String {
    let bytes = Array((files[diagnostic.primary.path.description] ?? "").utf8)
    return String(decoding: bytes[diagnostic.primary.span.range], as: UTF8.self)
  }

  private func reported(_ rule: String, _ files: [String: String]) async throws -> [Diagnostic] {
    let roles =
      "kind: role\nrecords:\n  - {id: ROL-001, title: a, accountable_for: [x]}\n  - {id: ROL-002, title: b, accountable_for: [y]}"
    let sources = try files.merging(["roles.yaml": roles]) { first, _ in first }.map { name, text in
      SourceFile(path: try #require(SourcePath(name)), bytes: Array(text.utf8))
    }
    let day = try #require(CivilDate("2026-06-30"))
    let rules = Rules.all.filter { $0.id.name == rule }
    return try await analyse(SourceTree(files: sources, attachments: []), asOf: day, rules: rules).reported(by: rules).sorted()
  }
}
