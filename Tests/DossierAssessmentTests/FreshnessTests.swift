import DossierAssessment
import DossierRecords
import DossierText
import Testing

/// How long evidence counts for a control, and which rule reports that none of it counts.
@Suite struct FreshnessTests {
  private func evidence(cycle: String, _ records: String...) async throws -> (ControlEvidence, AsOfDate, [String]) {
    let facts = try await assess(
      [
        "soa.yaml": """
        kind: control-implementation
        records:
          - {id: SOA-001, title: t, control: A.6.2.4, applicable: true, justification: j, implementation: implemented, review_cycle: \(cycle)}
        """,
        "evidence.yaml": "kind: evidence\nrecords:\n"
          + records.enumerated().map {
            "  - {id: EVD-00\($0.offset + 1), title: t, controls: [A.6.2.4], location: l, collected_by: ROL-001, \($0.element)}\n"
          }.joined(),
      ], asOf: "2026-10-31")
    let row = try #require(
      facts.statement.rows.first { facts.dossier.catalogues[$0.catalogue].items[$0.item].id == "A.6.2.4" })
    return (row.evidence, facts.asOf, facts.dossier.entries.map(\.id))
  }

  @Test(arguments: [
    ("P11M24D", "2025-12-25"), ("P11M", "2025-12-01"), ("P364D", "2025-12-31"), ("P365D", nil), ("P12M", nil), ("P2Y", nil),
  ])
  func `a cycle that ends less than a year later limits evidence`(_ cycle: String, _ last: String?) async throws {
    let (found, _, _) = try await evidence(cycle: cycle, "collected: 2025-01-01")
    #expect(found.items.map { $0.lastDay?.description } == [last])
  }

  @Test func `the latest evidence decides why a control has no fresh evidence`() async throws {
    let old = "collected: 2020-01-02, period: {from: 2019-01-01, to: 2019-12-31}"
    let expired = "collected: 2026-10-02, period: {from: 2026-09-01, to: 2026-10-01}, valid_until: 2026-10-30"
    let (both, asOf, _) = try await evidence(cycle: "P1Y", old, expired)
    #expect(both.isStale && both.lapsed(asOf) == nil)
    let (one, _, ids) = try await evidence(cycle: "P1Y", old)
    #expect(one.lapsed(asOf).map { ids[$0.position] } == "EVD-001")
  }
}
