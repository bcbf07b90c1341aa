import DossierRecords
import DossierText
import Testing

/// The records that cover a clause, control or article.
@Suite struct CoverageTests {
  private func state(of id: String, _ files: KeyValuePairs<String, String>) throws -> Coverage.Answer {
    let dossier = try Reading(files).dossier
    let item = try #require(dossier.catalogues.first?.position(of: id))
    let asOf = try #require(CivilDate("2026-06-30"))
    return Coverage(dossier, StatementOfApplicability(dossier), asOf: asOf).answer(ItemPosition(catalogue: 0, item: item))
  }

  private func document(_ more: String = "") -> String {
    """
    kind: document
    records:
      - {id: DOC-001, title: How we test, implements: [A.6.2.4]\(more)}
    """
  }

  @Test func `a record that refers to an item covers it`() throws {
    let answer = try state(of: "A.6.2.4", ["documents.yaml": document()])
    #expect(answer.state == .answered)
    #expect(answer.records == [0])
  }

  @Test(arguments: [", status: retired", ", status: rejected", ", status: draft", ", status: closed", ", retired: 2026-01-01"])
  func `a record that is not effective covers nothing`(more: String) throws {
    #expect(try state(of: "A.6.2.4", ["documents.yaml": document(more)]).state == .nothing)
  }

  @Test func `a record that requires an item does not cover it`() throws {
    let answer = try state(
      of: "A.6.2.4",
      [
        "parties.yaml":
          "kind: interested-party\nrecords:\n  - {id: INP-001, title: Supervisor, needs: [proof], requirements: [A.6.2.4]}\n",
        "systems.yaml": "kind: ai-system\nrecords:\n  - {id: AIS-001, title: Assistant, regulations: [A.6.2.4]}\n",
      ])
    #expect(answer.state == .asked)
    #expect(answer.records.isEmpty)
    #expect(answer.asking.count == 2)
  }

  @Test func `a line of the statement of applicability is not coverage by another record`() throws {
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
    #expect(try state(of: "A.6.2.4", ["soa.yaml": line(true)]).state == .line)
    #expect(try state(of: "A.6.2.4", ["soa.yaml": line(false), "documents.yaml": document()]).state == .excluded)
  }

  @Test func `a planned control is not covered by records that refer to it`() throws {
    let line = """
      kind: control-implementation
      records:
        - {id: SOA-1, title: Tests, control: A.6.2.4, applicable: true, justification: we test, implementation: planned, owner: ROL-001}
      """
    #expect(try state(of: "A.6.2.4", ["soa.yaml": line, "documents.yaml": document()]).state == .planned)
  }

  @Test func `expired evidence covers nothing`() throws {
    func evidence(_ end: String) -> String {
      """
      kind: evidence
      records:
        - {id: EVD-001, title: Sample, controls: [A.6.2.4], location: x, collected: 2026-01-01, collected_by: ROL-001, valid_until: \(end)}
      """
    }
    #expect(try state(of: "A.6.2.4", ["evidence.yaml": evidence("2026-05-01")]).state == .nothing)
    #expect(try state(of: "A.6.2.4", ["evidence.yaml": evidence("2026-07-01")]).state == .answered)
  }

  @Test func `a mention in prose is not coverage`() throws {
    let page = "---\nkind: document\nid: DOC-001\ntitle: Gaps\n---\nNothing answers [[A.6.2.4]].\n"
    #expect(try state(of: "A.6.2.4", ["gaps.md": page]).state == .asked)
  }

  @Test func `a register for a clause covers it`() throws {
    let answer = try state(
      of: "6.1.2", ["risks.yaml": "kind: risk\nrecords:\n  - {id: RSK-001, title: Wrong answers}\n"])
    #expect(answer.state == .kept)
    #expect(answer.kinds.count == 1)
  }

  @Test func `a clause is covered through its sub-clauses only if all are covered`() throws {
    let method = { (clauses: String) in
      "kind: document\nrecords:\n  - {id: DOC-001, title: Method, implements: [\(clauses)]}\n"
    }
    #expect(try state(of: "9.2", ["d.yaml": method("\"9.2.1\", \"9.2.2\"")]).state == .parts)
    #expect(try state(of: "9.2", ["d.yaml": method("\"9.2.1\"")]).state == .nothing)
    #expect(try state(of: "9", ["d.yaml": method("\"9.2.1\"")]).state == .group)
  }
}
