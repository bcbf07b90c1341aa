import DossierAssessment
import DossierRecords
import Testing

/// The members of figures.
@Suite struct FiguresTests {
  private func members(_ name: String, _ facts: Assessment) throws -> [String] {
    let figure = try #require(facts.figures.all.first { $0.id == name }, "no figure \(name)")
    #expect(figure.count == figure.members.count)
    return figure.members.map { $0.id(in: facts.dossier) }
  }

  private static let soa = """
    kind: control-implementation
    records:
      - {id: SOA-001, title: t, control: A.6.2.4, applicable: true, justification: j, implementation: implemented, owner: ROL-001}
      - {id: SOA-002, title: t, control: A.6.2.5, applicable: true, justification: j, implementation: partial, owner: ROL-001}
      - {id: SOA-003, title: t, control: A.6.2.6, applicable: false, justification: j, implementation: not-started, owner: ROL-001}
    """

  @Test func `the controls of the statement are counted by their SoA lines`() async throws {
    let facts = try await assess(["soa.yaml": Self.soa])
    #expect(try members("statement.controls", facts).count == 38)
    #expect(try members("statement.applicable", facts) == ["iso42001:A.6.2.4", "iso42001:A.6.2.5"])
    #expect(try members("statement.excluded", facts) == ["iso42001:A.6.2.6"])
    #expect(try members("statement.undecided", facts).count == 35)
    #expect(try members("statement.implemented", facts) == ["iso42001:A.6.2.4"])
    #expect(try members("statement.partial", facts) == ["iso42001:A.6.2.5"])
    #expect(try members("statement.not-started", facts).isEmpty)
    #expect(try members("statement.no-evidence", facts) == members("statement.implemented", facts))
  }

  @Test func `risks are counted by their residual score, also if another field has an error`() async throws {
    func risk(_ id: String, _ more: String) -> String {
      "  - {id: \(id), title: t, category: security, source: s, treatment: avoid, systems: [], inherent: {likelihood: 5, impact: 5}\(more)}\n"
    }
    let facts = try await assess([
      "dossier.yaml": "organisation: Q\nrisk: {acceptable: 6, tolerable: 12}\n",
      "risks.yaml": "kind: risk\nrecords:\n" + risk("RSK-001", ", residual: {likelihood: 2, impact: 3}")
        + risk("RSK-002", ", residual: {likelihood: 3, impact: 4}, reviewed: never")
        + risk("RSK-003", "") + risk("RSK-004", ", residual: {likelihood: 1, impact: 1}, status: retired"),
    ])
    #expect(try members("risks.all", facts) == ["RSK-001", "RSK-002", "RSK-003"])
    #expect(try members("risks.acceptable", facts) == ["RSK-001"])
    #expect(try members("risks.above", facts) == ["RSK-002"])
    #expect(try members("risks.not-accepted", facts) == ["RSK-002"])
    #expect(try members("risks.unscored", facts) == ["RSK-003"])
    #expect(try members("risks.inherent.5.5", facts) == ["RSK-001", "RSK-002", "RSK-003"])
    #expect(try members("risks.residual.3.4", facts) == ["RSK-002"])
    #expect(!facts.figures.all.contains { $0.id == "risks.residual.1.1" })
  }

  @Test func `without an acceptable score no risk is counted against it`() async throws {
    let facts = try await assess(["dossier.yaml": "organisation: Q\n"])
    #expect(!facts.figures.all.contains { $0.id == "risks.above" })
  }

  @Test func `an approval is named by its record and its place in the list`() async throws {
    let approvals =
      "approvals: [{by: ROL-001, date: 2026-01-01}, {by: ROL-001, date: 2026-02-01}, {by: ROL-001, date: 2027-01-01}]"
    let facts = try await assess([
      "p.yaml": "kind: policy\nrecords:\n  - {id: POL-001, title: t, \(approvals)}\n",
      "r.yaml": "kind: role\nrecords:\n  - {id: ROL-001, title: t, accountable_for: [all]}\n",
    ])
    #expect(try members("approvals.all", facts) == ["POL-001#1", "POL-001#2", "POL-001#3"])
    #expect(try members("approvals.replaced", facts) == ["POL-001#1"])
    #expect(try members("approvals.asserted", facts) == ["POL-001#2"])
    #expect(try members("approvals.not-yet", facts) == ["POL-001#3"])
  }

  @Test func `records that refer to an item are counted also if they do not cover it`() async throws {
    let facts = try await assess([
      "audits.yaml":
        "kind: audit\nrecords:\n  - {id: AUD-001, title: t, date: 2026-01-01, scope: [9.2.1], criteria: [c], auditor: ROL-001}\n",
      "documents.yaml": "kind: document\nrecords:\n  - {id: DOC-001, title: t, implements: [9.2.1]}\n",
    ])
    #expect(try members("references.iso42001.9.2.1.audit", facts) == ["AUD-001"])
    #expect(try members("references.iso42001.9.2.1.document", facts) == ["DOC-001"])
    #expect(try members("coverage.iso42001.9.2.1.document", facts) == ["DOC-001"])
    #expect(!facts.figures.all.contains { $0.id == "coverage.iso42001.9.2.1.audit" })
  }

  @Test func `items that only policies and documents cover are counted`() async throws {
    let facts = try await assess([
      "documents.yaml": "kind: document\nrecords:\n  - {id: DOC-001, title: t, implements: [4.1, 9.2.2]}\n",
      "issues.yaml": "kind: context-issue\nrecords:\n  - {id: CTX-001, title: t, origin: external}\n",
    ])
    #expect(try members("coverage.iso42001.covered", facts) == ["iso42001:4.1", "iso42001:9.2.2"])
    #expect(try members("coverage.iso42001.documented-only", facts) == ["iso42001:9.2.2"])
  }

  @Test func `an item is not covered by documents only if a part of it has a register`() async throws {
    let documents = "kind: document\nrecords:\n  - {id: DOC-001, title: t, implements: [9.2, 9.2.1]}\n"
    #expect(
      try members("coverage.iso42001.documented-only", await assess(["d.yaml": documents])) == ["iso42001:9.2", "iso42001:9.2.1"])
    let facts = try await assess([
      "d.yaml": documents,
      "a.yaml":
        "kind: audit\nrecords:\n  - {id: AUD-001, title: t, date: 2026-01-01, scope: ['4'], criteria: c, auditors: [ROL-001]}\n",
    ])
    #expect(try !members("coverage.iso42001.documented-only", facts).contains("iso42001:9.2"))
  }

  @Test func `records without a required approval are counted`() async throws {
    let facts = try await assess([
      "d.yaml": """
      kind: document
      records:
        - {id: DOC-001, title: t, type: procedure, approvals: [{by: ROL-001, date: 2026-01-01}]}
        - {id: DOC-002, title: t, type: procedure}
        - {id: DOC-003, title: t, type: template}
        - {id: DOC-004, title: t, type: procedure, status: draft}
        - {id: DOC-005, title: t, type: procedure, approvals: [{by: ROL-001, date: 2026-01-01, until: 2026-02-01}]}
      """,
      "r.yaml": "kind: role\nrecords:\n  - {id: ROL-001, title: t, accountable_for: [all]}\n", "soa.yaml": Self.soa,
    ])
    #expect(try members("approvals.missing", facts) == ["DOC-002", "DOC-005"])
  }

  @Test func `a limit that cannot be read is not read as no limit`() async throws {
    let facts = try await assess([
      "dossier.yaml": "organisation: Q\nrisk: {acceptable: 4, tolerable: 12}\n",
      "evidence.yaml": """
      kind: evidence
      records:
        - {id: EVD-001, title: t, controls: [A.6.2.4], location: l, collected: 2020-10-02, collected_by: ROL-001, valid_until: 2021-9-30}
      """,
      "risks.yaml": """
      kind: risk
      records:
        - id: RSK-001
          title: t
          category: security
          source: s
          treatment: mitigate
          systems: [AIS-001]
          inherent: {likelihood: 5, impact: 5}
          residual: {likelihood: 2, impact: 5}
          acceptance: {by: ROL-001, date: 2026-01-01, score: 10, until: 2027-1-1, rationale: r}
      """,
      "r.yaml": "kind: role\nrecords:\n  - {id: ROL-001, title: t, accountable_for: [all]}\n",
      "p.yaml": "kind: document\nrecords:\n  - {id: DOC-001, title: t, status: Retired}\n",
    ])
    #expect(try members("evidence.undecoded", facts) == ["EVD-001"])
    #expect(try members("risks.not-accepted", facts) == ["RSK-001"])
    #expect(try members("status.unreadable", facts) == ["DOC-001"])
  }

  @Test(arguments: [("", true), (", status: draft", false), (", status: retired, retired: 2026-05-01", true)])
  func `a risk is accepted by a role that may accept it`(_ status: String, _ isAccepted: Bool) async throws {
    let facts = try await assess([
      "dossier.yaml": "organisation: Q\nrisk: {acceptable: 4, tolerable: 12}\n",
      "risks.yaml": """
      kind: risk
      records:
        - id: RSK-001
          title: t
          category: security
          source: s
          treatment: mitigate
          systems: [AIS-001]
          inherent: {likelihood: 5, impact: 5}
          residual: {likelihood: 2, impact: 5}
          acceptance: {by: ROL-002, date: 2026-01-01, score: 10, until: 2027-01-01, rationale: r}
      """,
      "r.yaml": """
      kind: role
      records:
        - {id: ROL-001, title: t, accountable_for: [all], approves: ["risk: residual up to 12"], deputies: [ROL-002]}
        - {id: ROL-002, title: t, accountable_for: [all]\(status)}
      """,
    ])
    #expect(try members("risks.not-accepted", facts).isEmpty == isAccepted)
  }

  private func catalogue(_ name: String) -> String {
    """
    kind: catalogue
    name: \(name)
    title: \(name)
    publisher: Q
    edition: "1"
    items:
      - {id: R.1, kind: control, title: One}
      - {id: R.2, kind: control, title: Two}
    """
  }

  private func crosswalk(_ target: String, from: [String]) -> String {
    let rows = from.map { "  - {from: \($0), to: R.1, relation: intersects, claims: [own]}\n" }.joined()
    return """
      kind: crosswalk
      name: iso42001--\(target)
      title: t
      source: iso42001
      target: \(target)
      claims:
        own: {strength: our analysis, by: Q}
      rows:
      \(rows)
      """
  }

  @Test func `items are related directly or through a third framework, and covered if a related item is covered`() async throws {
    let facts = try await assess([
      "house.yaml": catalogue("house"), "plant.yaml": catalogue("plant"),
      "one.yaml": crosswalk("house", from: ["9.1", "9.2.1"]), "two.yaml": crosswalk("plant", from: ["9.2.1"]),
      "documents.yaml": "kind: document\nrecords:\n  - {id: DOC-001, title: t, implements: [9.2.1, \"plant:R.2\"]}\n",
    ])
    #expect(try members("crosswalk.iso42001.house.related", facts) == ["iso42001:9.1", "iso42001:9.2.1"])
    #expect(try members("crosswalk.iso42001.house.covered", facts).isEmpty)
    #expect(try members("crosswalk.house.iso42001.related", facts) == ["house:R.1"])
    #expect(try members("crosswalk.house.iso42001.covered", facts) == ["house:R.1"])
    #expect(try members("crosswalk.house.plant.related", facts) == ["house:R.1"])
    #expect(try members("crosswalk.house.plant.covered", facts).isEmpty)
  }

  @Test func `figures are in the order of their names and each name is used once`() async throws {
    let names = try await assess(["soa.yaml": Self.soa]).figures.all.map(\.id)
    #expect(names == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(Set(names).count == names.count)
  }
}
