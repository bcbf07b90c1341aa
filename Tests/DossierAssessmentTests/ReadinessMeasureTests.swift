import DossierAssessment
import DossierRecords
import Testing

/// What the measures of the readiness page count.
@Suite struct ReadinessMeasureTests {
  private func members(_ name: String, _ facts: Assessment) -> [String] {
    facts.figures.all.first { $0.id == "readiness." + name }?.members.map { $0.id(in: facts.dossier) } ?? []
  }

  @Test func `no measure has the name of another or of a state of a question`() {
    let names = ReadinessMeasure.all.map(\.name)
    #expect(Set(names).count == names.count)
    let states = Readiness.State.allCases.map { FigureName.questions($0).description }
    #expect(names.allSatisfy { !states.contains("readiness." + $0) && $0 != "questions" })
  }

  private func audits(asOf: String) async throws -> Assessment {
    try await assess(
      [
        "audits.yaml": """
        kind: audit
        records:
          - {id: AUD-001, title: t, date: 2025-03-01, scope: ["4"], criteria: c, auditors: [ROL-001]}
          - {id: AUD-002, title: t, date: 2026-02-01, scope: ["9"], criteria: c, auditors: [ROL-001]}
          - {id: AUD-003, title: t, date: 2026-02-08, scope: ["9.2"], criteria: c, auditors: [ROL-001]}
        """,
        "findings.yaml": """
        kind: audit-finding
        records:
          - {id: FND-001, title: t, audit: AUD-001, type: major}
          - {id: FND-002, title: t, audit: AUD-002, type: minor}
          - {id: FND-003, title: t, audit: AUD-003, type: conformity}
        """,
      ], asOf: asOf)
  }

  @Test func `findings of all audits of the last twelve months count, not only of the last audit`() async throws {
    let facts = try await audits(asOf: "2026-06-30")
    #expect(members("findings-recent", facts) == ["FND-002", "FND-003"])
    #expect(members("findings-followed-up", facts) == ["FND-003"])
    #expect(members("findings-followed-up.total", facts) == ["FND-003", "FND-002"])
    #expect(members("audits-recent", facts) == ["AUD-002", "AUD-003"])
    #expect(try members("findings-recent", await audits(asOf: "2026-02-05")) == ["FND-001", "FND-002"])
    // Nothing can be missing if no audit was held.
    let later = try await audits(asOf: "2028-01-01")
    #expect(!later.figures.all.contains { $0.id == "readiness.findings-recent" })
  }

  @Test func `only a record that counts answers a need`() async throws {
    func facts(_ status: String) async throws -> Assessment {
      try await assess([
        "r.yaml": "kind: role\nrecords:\n  - {id: ROL-001, title: t, accountable_for: [all], status: \(status)}\n",
        "s.yaml": """
        kind: ai-system
        records:
          - id: AIS-001
            title: t
            purpose: p
            owner: ROL-001
            lifecycle: operation
            role: [provider]
            risk_class: high
            oversight: {reviewer: ROL-001, can: [stop]}
        """,
      ])
    }
    for name in ["systems-owned", "systems-with-reviewer", "high-risk-with-override"] {
      #expect(try await members(name, facts("active")) == ["AIS-001"], "\(name)")
      #expect(try await members(name, facts("draft")).isEmpty, "\(name)")
    }
  }

  @Test func `a decommissioned system and a retired model are not counted as effective`() async throws {
    let facts = try await assess([
      "m.yaml":
        "kind: model\nrecords:\n  - {id: MDL-001, title: t, version: '1', origin: internal, intended_use: [u], state: retired}\n",
      "s.yaml": """
      kind: ai-system
      records:
        - {id: AIS-001, title: t, purpose: p, lifecycle: decommissioned, role: provider, risk_class: minimal}
        - {id: AIS-002, title: t, purpose: p, lifecycle: operation, role: provider, risk_class: minimal}
      """,
    ])
    #expect(!members("systems", facts).contains("AIS-001"))
    #expect(members("systems.total", facts).contains("AIS-001"))
    #expect(!members("systems-owned.total", facts).contains("AIS-001"))
    #expect(members("models", facts).isEmpty && members("models.total", facts) == ["MDL-001"])
  }

  @Test func `a scope in dossier yaml counts as a statement of the scope`() async throws {
    let facts = try await assess(["dossier.yaml": "organisation: Q\nscope: All of it.\n"])
    #expect(members("scope", facts) == ["dossier.yaml"])
  }

  @Test func `the implemented controls of readiness are those of the statement`() async throws {
    let facts = try await assess([
      "soa.yaml": """
      kind: control-implementation
      records:
        - {id: SOA-001, title: t, control: A.6.2.4, applicable: true, justification: j, implementation: implemented, owner: ROL-001}
        - {id: SOA-002, title: t, control: A.6.2.4, applicable: true, justification: j, implementation: partial, owner: ROL-001}
      """
    ])
    #expect(facts.figures.count(.statement(.applicable)) == 1)
    #expect(members("controls-implemented.total", facts) == ["SOA-001"])
    #expect(facts.figures.count(.need("controls-implemented")) == facts.figures.count(.statement(.implemented)))
  }
}
