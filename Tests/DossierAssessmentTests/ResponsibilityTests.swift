import DossierAssessment
import DossierRecords
import Testing

@Suite struct ResponsibilityTests {
  private func responsibility(_ stated: String?, _ parties: [String?]) async throws -> ControlResponsibility {
    let suppliers = parties.enumerated().map { i, party in
      let list = party.map { "[{control: A.6.2.4, party: \($0)}]" } ?? "[]"
      return "  - {id: SUP-00\(i + 1), title: s, service: s, responsibilities: \(list)}\n"
    }
    let facts = try await assess([
      "soa.yaml": """
      kind: control-implementation
      records:
        - id: SOA-001
          title: t
          control: A.6.2.4
          applicable: true
          justification: j
          implementation: partial
          owner: ROL-001
          \(stated.map { "responsibility: \($0)" } ?? "")
          supplier: SUP-001
      """,
      "suppliers.yaml": "kind: supplier\nrecords:\n" + suppliers.joined(),
    ])
    let row = facts.statement.rows.first { facts.dossier.catalogues[$0.catalogue].items[$0.item].id == "A.6.2.4" }
    return try #require(row).responsibility
  }

  @Test(arguments: [
    ("ours", ["ours", "ours"], 0), ("ours", ["theirs", "ours"], 1), ("ours", ["shared", "theirs"], 2),
    ("supplier", ["theirs"], 0), ("supplier", ["ours"], 1), ("supplier", ["shared"], 1),
    ("shared", ["shared"], 0), ("shared", ["theirs", "ours"], 0), ("shared", ["ours", "ours"], 2),
  ])
  func `the SoA line is compared with every supplier`(_ stated: String, _ parties: [String], _ contradictions: Int) async throws {
    #expect(try await responsibility(stated, parties).contradictions.count == contradictions, "\(stated) \(parties)")
  }

  @Test func `a supplier without a responsibility for the control has no party and contradicts nothing`() async throws {
    let found = try await responsibility("ours", [nil])
    #expect(found.parts.map(\.party) == [nil] && found.contradictions.isEmpty)
  }

  @Test func `a line that states no responsibility contradicts nothing and keeps the parties`() async throws {
    let found = try await responsibility(nil, ["theirs"])
    #expect(found.stated == nil && found.parts.map(\.party) == [.theirs] && found.contradictions.isEmpty)
  }

  @Test func `an unreadable party does not change the other responsibilities of a supplier`() async throws {
    let facts = try await assess([
      "soa.yaml": """
      kind: control-implementation
      records:
        - {id: SOA-001, title: t, control: A.2.2, applicable: true, justification: j, implementation: partial, responsibility: ours}
        - {id: SOA-002, title: t, control: A.10.3, applicable: true, justification: j, implementation: partial, responsibility: supplier}
      """,
      "suppliers.yaml": """
      kind: supplier
      records:
        - id: SUP-001
          title: s
          service: s
          responsibilities:
            - {control: A.2.2, party: nonsense}
            - {control: A.10.3, party: theirs}
      """,
    ])
    func found(_ id: String) throws -> ControlResponsibility {
      try #require(facts.statement.rows.first { facts.dossier.catalogues[$0.catalogue].items[$0.item].id == id }).responsibility
    }
    #expect(try found("A.2.2").parts.map(\.party) == [nil] && found("A.2.2").contradictions.isEmpty)
    #expect(try found("A.10.3").parts.map(\.party) == [.theirs] && found("A.10.3").contradictions.isEmpty)
  }
}
