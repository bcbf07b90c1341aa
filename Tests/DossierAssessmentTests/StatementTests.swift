import DossierAssessment
import DossierRecords
import Testing

@Suite struct StatementTests {
  private func row(_ texts: KeyValuePairs<String, String>) async throws -> (StatementOfApplicability.Row, Dossier) {
    let facts = try await assess(texts)
    let row = facts.statement.rows.first { facts.dossier.catalogues[$0.catalogue].items[$0.item].id == "A.6.2.4" }
    return (try #require(row), facts.dossier)
  }

  private static let line =
    "title: t, control: A.6.2.4, applicable: true, justification: j, implementation: partial, owner: ROL-001"

  @Test func `the effective line is shown, not the one it replaced`() async throws {
    let (row, dossier) = try await row([
      "soa.yaml": """
      kind: control-implementation
      records:
        - {id: SOA-001, \(Self.line), status: superseded}
        - {id: SOA-002, \(Self.line), retired: 2026-01-01}
        - {id: SOA-003, \(Self.line), supersedes: SOA-001}
      """
    ])
    #expect(row.implementation.map { dossier.entries[$0].id } == "SOA-003")
    #expect(row.isApplicable == true)
    #expect(row.former.map { dossier.entries[$0].id } == ["SOA-001", "SOA-002"])
  }

  @Test func `retired lines do not count as an implementation`() async throws {
    let (row, _) = try await row([
      "soa.yaml": "kind: control-implementation\nrecords:\n  - {id: SOA-001, \(Self.line), status: retired}"
    ])
    #expect(row.implementation == nil)
    #expect(row.isApplicable == nil)
    #expect(row.former.count == 1)
  }

  @Test func `records that are no longer effective are listed separately`() async throws {
    let (row, dossier) = try await row([
      "concerns.yaml": """
      kind: document
      records:
        - {id: DOC-001, title: t, implements: [A.6.2.4]}
        - {id: DOC-002, title: t, implements: [A.6.2.4], status: rejected}
        - {id: DOC-003, title: t, implements: [A.6.2.4], status: superseded}
      """
    ])
    #expect(row.documents.map { dossier.entries[$0].id } == ["DOC-001"])
    #expect(row.former.map { dossier.entries[$0].id } == ["DOC-002", "DOC-003"])
  }

  @Test func `a line with errors decides nothing`() async throws {
    let facts = try await assess([
      "soa.yaml": """
      kind: control-implementation
      records:
        - {id: SOA-001, \(Self.line), measures: none}
        - {id: SOA-002, \(Self.line)}
      """
    ])
    let row = try #require(
      facts.statement.rows.first { facts.dossier.catalogues[$0.catalogue].items[$0.item].id == "A.6.2.4" })
    #expect(row.isUndecoded && row.isApplicable == nil)
    // The first line decides in both directions of the look-up.
    #expect(facts.statement.line(for: .item(catalogue: row.catalogue, item: row.item)) == row.implementation)
    #expect(facts.measures["statement-lines"]?.answered.isEmpty == true)
    #expect(facts.measures["statement-lines"]?.lacking.count == 38)
  }
}
