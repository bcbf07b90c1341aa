import DossierAssessment
import DossierRecords
import Testing

/// The records that cover a clause, control or article.
@Suite struct CoverageTests {
  private func state(of id: String, _ files: KeyValuePairs<String, String>) async throws -> Coverage.Item {
    let facts = try await assess(files)
    let item = try #require(facts.dossier.catalogues.first?.position(of: id))
    return facts.coverage.item(ItemPosition(catalogue: 0, item: item))
  }

  private func document(_ more: String = "") -> String {
    """
    kind: document
    records:
      - {id: DOC-001, title: How we test, implements: [A.6.2.4]\(more)}
    """
  }

  @Test func `a record that refers to an item covers it`() async throws {
    let answer = try await state(of: "A.6.2.4", ["documents.yaml": document()])
    #expect(answer.state == .covered)
    #expect(answer.records == [0])
  }

  @Test(arguments: [", status: retired", ", status: rejected", ", status: draft", ", status: closed", ", retired: 2026-01-01"])
  func `a record that is not effective covers nothing`(more: String) async throws {
    #expect(try await state(of: "A.6.2.4", ["documents.yaml": document(more)]).state == .uncovered)
  }

  @Test func `a record that requires an item does not cover it`() async throws {
    let answer = try await state(
      of: "A.6.2.4",
      [
        "parties.yaml":
          "kind: interested-party\nrecords:\n  - {id: INP-001, title: Supervisor, needs: [proof], requirements: [A.6.2.4]}\n",
        "systems.yaml": "kind: ai-system\nrecords:\n  - {id: AIS-001, title: Assistant, regulations: [A.6.2.4]}\n",
      ])
    #expect(answer.state == .referredTo)
    #expect(answer.records.isEmpty)
    #expect(answer.referring.count == 2)
  }

  @Test func `a line of the statement of applicability is not coverage by another record`() async throws {
    func line(_ applicable: Bool) -> String {
      """
      kind: control-implementation
      records:
        - id: SOA-1
          title: Tests
          control: A.6.2.4
          applicable: \(applicable)
          justification: we test
          implementation: implemented
          owner: ROL-001
      """
    }
    #expect(try await state(of: "A.6.2.4", ["soa.yaml": line(true)]).state == .statementOnly)
    #expect(try await state(of: "A.6.2.4", ["soa.yaml": line(false), "documents.yaml": document()]).state == .excluded)
  }

  @Test func `a planned control is not covered by records that refer to it`() async throws {
    let line = """
      kind: control-implementation
      records:
        - {id: SOA-1, title: Tests, control: A.6.2.4, applicable: true, justification: we test, implementation: planned, owner: ROL-001}
      """
    #expect(try await state(of: "A.6.2.4", ["soa.yaml": line, "documents.yaml": document()]).state == .planned)
  }

  @Test func `expired evidence covers nothing`() async throws {
    func evidence(_ end: String) -> String {
      """
      kind: evidence
      records:
        - {id: EVD-001, title: Sample, controls: [A.6.2.4], location: x, collected: 2026-01-01, collected_by: ROL-001, valid_until: \(end)}
      """
    }
    #expect(try await state(of: "A.6.2.4", ["evidence.yaml": evidence("2026-05-01")]).state == .uncovered)
    #expect(try await state(of: "A.6.2.4", ["evidence.yaml": evidence("2026-07-01")]).state == .covered)
  }

  @Test func `a mention in prose is not coverage`() async throws {
    let page = "---\nkind: document\nid: DOC-001\ntitle: Gaps\n---\nNothing answers [[A.6.2.4]].\n"
    #expect(try await state(of: "A.6.2.4", ["gaps.md": page]).state == .referredTo)
  }

  @Test func `a register for a clause covers it`() async throws {
    let answer = try await state(
      of: "6.1.2", ["risks.yaml": "kind: risk\nrecords:\n  - {id: RSK-001, title: Wrong answers}\n"])
    #expect(answer.state == .byKind)
    #expect(answer.kinds.count == 1)
  }

  @Test func `a clause is covered through its sub-clauses only if all are covered`() async throws {
    let method = { (clauses: String) in
      "kind: document\nrecords:\n  - {id: DOC-001, title: Method, implements: [\(clauses)]}\n"
    }
    #expect(try await state(of: "9.2", ["d.yaml": method("\"9.2.1\", \"9.2.2\"")]).state == .byParts)
    #expect(try await state(of: "9.2", ["d.yaml": method("\"9.2.1\"")]).state == .uncovered)
    #expect(try await state(of: "9", ["d.yaml": method("\"9.2.1\"")]).state == .group)
  }
}
