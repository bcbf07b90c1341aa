import DossierAnalysis
import DossierRecords
import DossierRules
import DossierTesting
import DossierText
import Testing

/// Rules read the status of a record, and which record decides, from the assessment.
@Suite struct StatusRuleTests {
  private static func system(_ fields: String) -> String {
    let common = "purpose: p, owner: ROL-001, role: [deployer], risk_class: minimal"
    return "kind: ai-system\nrecords:\n  - {id: AIS-001, title: s, \(common), \(fields)}\n"
  }

  private func reported(_ rule: String, _ files: [String: String], asOf: String = "2026-10-31") async throws -> [Diagnostic] {
    let sources = try files.map { SourceFile(path: try #require(SourcePath($0.key)), bytes: Array($0.value.utf8)) }
      .sorted { $0.path < $1.path }
    let rules = Rules.all.filter { $0.id.name == rule }
    return try await analyse(
      SourceTree(files: sources, attachments: []), catalogues: ["iso42001"], asOf: try #require(CivilDate(asOf)), rules: rules
    ).reported(by: rules).sorted()
  }

  private func roles(_ more: String) -> String {
    "kind: role\nrecords:\n  - {id: ROL-001, title: Board, accountable_for: [x]}\n  - {id: ROL-002, title: Other, accountable_for: [y], \(more)}\n"
  }

  @Test(arguments: [
    ("status: draft", 1), ("status: rejected", 1), ("status: closed", 1), ("retired: 2026-06-01", 1),
    // `approver-retired` reports a role that was retired before it approved.
    ("retired: 2025-06-01", 0), ("status: active", 0),
  ])
  func `an approval is reported if its role is not effective`(_ fields: String, _ expected: Int) async throws {
    let policy =
      "kind: policy\nrecords:\n  - {id: POL-001, title: t, effective: 2026-01-01, approvals: [{by: ROL-002, date: 2025-12-01}]}\n"
    let found = try await reported("approval-lapsed", ["p.yaml": policy, "r.yaml": roles(fields)])
    #expect(found.count == expected)
  }

  @Test func `a role with an error in another field was retired all the same`() async throws {
    let policy =
      "kind: policy\nrecords:\n  - {id: POL-001, title: t, effective: 2026-01-01, approvals: [{by: ROL-002, date: 2026-07-01}]}\n"
    let role = roles("retired: 2026-06-30, deputies: ROL-001")
    let found = try await reported("approver-retired", ["p.yaml": policy, "r.yaml": role])
    #expect(found.count == 1)
  }

  private static let assessments = """
    kind: impact-assessment
    records:
      - {id: AIA-001, title: t, system: AIS-001, date: 2026-05-04, assessor: ROL-001}

    """

  @Test func `of two assessments of the same date, the last one by id is the latest`() async throws {
    let files = [
      "s.yaml": Self.system("lifecycle: operation, review_cycle: P1Y"),
      "i.yaml": Self.assessments + "  - {id: AIA-002, title: t, system: ais-001, date: 2026-05-04, assessor: ROL-001}\n",
      "k.yaml":
        "kind: risk\nrecords:\n  - {id: RSK-001, title: t, systems: [AIS-001], category: operational, inherent: {likelihood: 2, impact: 2}, treatment: avoid, review_cycle: P1Y}\n",
      "r.yaml": roles("status: active"),
    ]
    #expect(try await reported("review-undefined", files).map(\.headline).allSatisfy { $0.contains("AIA-002") })
    #expect(try await reported("review-undefined", files).count == 1)
    #expect(
      try await reported("impact-unlinked", files).map(\.headline) == [
        "no risk of AI system AIS-001 refers to impact assessment AIA-002"
      ])
  }

  @Test func `a draft model is not retired, whatever its state`() async throws {
    func files(_ status: String) -> [String: String] {
      [
        "s.yaml": Self.system("lifecycle: decommissioned, models: [MDL-001]"),
        "m.yaml":
          "kind: model\nrecords:\n  - {id: MDL-001, title: m, version: '1', origin: internal, state: retired, status: \(status)}\n",
        "r.yaml": roles("status: active"),
      ]
    }
    #expect(try await reported("disposal-unrecorded", files("draft")).first?.headline.contains("MDL-001") == true)
    #expect(try await reported("disposal-unrecorded", files("active")).first?.headline.contains("MDL-001") == false)
  }

  @Test func `only the first of two lines for a control decides`() async throws {
    func line(_ id: String, _ applicable: Bool) -> String {
      "  - {id: \(id), title: t, control: A.6.2.4, applicable: \(applicable), justification: j, implementation: not-started}\n"
    }
    let files = [
      "dossier.yaml": "organisation: O\n", "r.yaml": roles("status: active"),
      "a.yaml": "kind: audit\nrecords:\n  - {id: AUD-001, title: t, date: 2024-03-01, scope: [\"4\"], auditors: [ROL-001]}\n",
      "k.yaml":
        "kind: risk\nrecords:\n  - {id: RSK-001, title: t, systems: [AIS-001], category: operational, inherent: {likelihood: 2, impact: 2}, treatment: mitigate, controls: [A.6.2.4]}\n",
    ]
    let lines = "kind: control-implementation\nrecords:\n" + line("SOA-001", true)
    let one = files.merging(["soa.yaml": lines]) { $1 }
    let both = files.merging(["soa.yaml": lines + line("SOA-002", false)]) { $1 }
    #expect(try await reported("audit-coverage", both).map(\.headline) == reported("audit-coverage", one).map(\.headline))
    #expect(try await reported("excluded-control-in-use", both).isEmpty)
  }

  @Test(arguments: [
    ("operation", "status: closed", 1), ("operation", "status: rejected", 1), ("deployment", "retired: 2026-01-01", 1),
    ("operation", "retired: 2027-01-01", 0), ("operation", "status: draft", 0), ("decommissioned", "status: closed", 0),
    ("design", "status: closed", 0), ("operation", "status: closed, deployed: 2027-01-01", 0),
  ])
  func `a system that has ended is not in use`(_ lifecycle: String, _ fields: String, _ expected: Int) async throws {
    let files = [
      "s.yaml": Self.system("lifecycle: \(lifecycle), \(fields)"),
      "r.yaml": roles("status: active"),
    ]
    #expect(try await reported("system-ended-in-use", files).count == expected)
  }

  @Test func `an action that does not count replaces no other action`() async throws {
    func files(_ status: String) -> [String: String] {
      [
        "n.yaml":
          "kind: nonconformity\nrecords:\n  - {id: NCR-001, title: n, found: 2026-01-01, actions: [CAR-001, CAR-002]}\n",
        "c.yaml": """
        kind: corrective-action
        records:
          - {id: CAR-001, title: a, owner: ROL-001, due: 2026-02-01, done: 2026-02-01, effectiveness: {date: 2026-03-01, effective: false}}
          - {id: CAR-002, title: b, owner: ROL-001, due: 2026-12-01, status: \(status)}
        """,
        "r.yaml": roles("status: active"),
      ]
    }
    #expect(try await reported("action-ineffective", files("active")).isEmpty)
    #expect(try await reported("action-ineffective", files("rejected")).count == 1)
  }

  @Test(arguments: [
    ("status: draft", "implemented", 1), ("status: proposed", "implemented", 1), ("status: rejected", "implemented", 1),
    ("status: closed", "implemented", 1), ("status: active", "implemented", 0), ("status: retired", "implemented", 0),
    ("status: draft", "partial", 0), ("status: closed", "partial", 0), ("status: draft", "planned", 0),
  ])
  func `an implemented control does not rely on drafts, rejected or closed records`(
    _ fields: String, _ implementation: String, _ expected: Int
  ) async throws {
    let common = "title: t, control: A.6.2.4, applicable: true, justification: j, implementation: \(implementation)"
    let files = [
      "soa.yaml":
        "kind: control-implementation\nrecords:\n  - {id: SOA-001, \(common), documents: [DOC-001], evidence: [EVD-001]}\n",
      "d.yaml": "kind: document\nrecords:\n  - {id: DOC-001, title: t, \(fields)}\n",
      // Evidence that is collected after the as-of date is left out.
      "e.yaml":
        "kind: evidence\nrecords:\n  - {id: EVD-001, title: t, controls: [A.6.2.4], collected: 2026-11-04, collected_by: ROL-001}\n",
      "r.yaml": roles("status: active"),
    ]
    #expect(try await reported("reference-not-effective", files).count == expected)
  }

  @Test(arguments: [
    ("operation", "live_since: 2026-11-01", ["is not effective before 2026-11-01"]), ("operation", "live_since: 2026-10-31", []),
    ("operation", "status: proposed", ["is only proposed"]), ("development", "status: draft", []),
    ("operation, deployed: 2026-12-01", "status: draft", []),
  ])
  func `a system in use does not rely on a disclosure that is not effective`(
    _ lifecycle: String, _ fields: String, _ expected: [String]
  ) async throws {
    let files = [
      "s.yaml": Self.system("lifecycle: \(lifecycle), disclosure: [DSC-001]"),
      "d.yaml":
        "kind: disclosure\nrecords:\n  - {id: DSC-001, title: t, to: users, systems: [AIS-001], wording: w, \(fields)}\n",
      "r.yaml": roles("status: active"),
    ]
    let headlines = try await reported("reference-not-effective", files).map(\.headline)
    #expect(headlines == expected.map { "AI system AIS-001 relies on disclosure DSC-001, which \($0)" })
  }

  @Test func `a model may state that it was trained on a closed data set`() async throws {
    let files = [
      "m.yaml":
        "kind: model\nrecords:\n  - {id: MDL-001, title: m, version: '1', origin: internal, training: {data: [DTS-001]}}\n",
      "d.yaml":
        "kind: dataset\nrecords:\n  - {id: DTS-001, title: d, source: s, rights: {licence: own}, status: closed}\n",
    ]
    #expect(try await reported("reference-not-effective", files).isEmpty)
  }

  @Test func `an event may rely on a closed record`() async throws {
    let files = [
      "c.yaml":
        "kind: change\nrecords:\n  - {id: CHG-001, title: c, date: 2026-05-04, what: model, systems: [AIS-001], assessed_in: [RSK-001]}\n",
      "k.yaml":
        "kind: risk\nrecords:\n  - {id: RSK-001, title: t, systems: [AIS-001], category: operational, inherent: {likelihood: 2, impact: 2}, treatment: avoid, status: closed}\n",
      "s.yaml": Self.system("lifecycle: operation"), "r.yaml": roles("status: active"),
    ]
    #expect(try await reported("reference-not-effective", files).isEmpty)
  }

  @Test func `a metric can be about a planned system`() async throws {
    let files = [
      "s.yaml": Self.system("lifecycle: design, status: draft"),
      "m.yaml": "kind: metric\nrecords:\n  - {id: MTR-001, title: t, unit: x, systems: [AIS-001]}\n",
      "r.yaml": roles("status: active"),
    ]
    #expect(try await reported("reference-not-effective", files).isEmpty)
  }

  @Test(arguments: [
    ("kind: training\nrecords:\n  - {id: TRN-001, title: t, roles: [ROL-001], date: 2026-05-04, evidence: EVD-001}\n", 1),
    ("kind: concern\nrecords:\n  - {id: CNC-001, title: t, raised: 2026-05-04, about: [EVD-001]}\n", 0),
  ])
  func `an event relies on its evidence, but not on its subject`(_ event: String, _ expected: Int) async throws {
    let files = [
      "a.yaml": event,
      "e.yaml":
        "kind: evidence\nrecords:\n  - {id: EVD-001, title: t, controls: [A.6.2.4], collected: 2026-05-04, collected_by: ROL-001, status: draft}\n",
      "r.yaml": roles("status: active"),
    ]
    #expect(try await reported("reference-not-effective", files).count == expected)
  }
}
