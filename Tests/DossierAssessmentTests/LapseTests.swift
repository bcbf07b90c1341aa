import DossierAssessment
import DossierRecords
import Testing

/// What makes a record weaker than its status.
@Suite struct LapseTests {
  private static let roles = "kind: role\nrecords:\n  - {id: ROL-001, title: Board, accountable_for: [all]}\n"

  private func lapses(_ kind: String, _ fields: String) async throws -> [String] {
    let facts = try await assess([
      "r.yaml": Self.roles, "x.yaml": "kind: \(kind)\nrecords:\n  - {id: XXX-001, title: t, owner: ROL-001, \(fields)}\n",
    ])
    return facts.lapses(of: try #require(facts.dossier.position(of: "XXX-001"))).map(\.reason.rawValue)
  }

  @Test(arguments: [
    ("training", "roles: [ROL-001], date: 2025-01-01, subject: s, valid_until: 2026-06-29", ["expired"]),
    ("training", "roles: [ROL-001], date: 2025-01-01, subject: s, valid_until: 2026-06-30", []),
    ("exception", "rule: review-overdue, records: [ROL-001], reason: r, approved_by: ROL-001, until: 2026-06-29", ["expired"]),
    (
      "exception",
      "rule: review-overdue, records: [ROL-001], reason: r, approved_by: ROL-001, until: 2027-01-01, approvals: [{by: ROL-001, date: 2026-07-01}]",
      ["not approved yet"]
    ),
    ("supplier", "service: s, assessment: {date: 2026-07-01, by: ROL-001, result: accepted}", ["not assessed yet"]),
    ("supplier", "service: s, assessment: {date: 2026-06-30, by: ROL-001, result: rejected}", ["supplier rejected"]),
    ("supplier", "service: s, assessment: {date: 2026-06-30, by: ROL-001, result: accepted}", []),
    ("training", "roles: ROL-001, date: 2025-01-01, subject: s", ["record with errors"]),
  ])
  func `a lapse is named`(_ kind: String, _ fields: String, _ expected: [String]) async throws {
    #expect(try await lapses(kind, fields) == expected)
  }

  @Test func `a certificate that has expired is named`() async throws {
    let stages = "stages: [{name: Stage 1}]"
    #expect(try await lapses("programme", "\(stages), certificate: {expires: 2026-06-29}") == ["certificate expired"])
    #expect(try await lapses("programme", "\(stages), certificate: {expires: 2026-06-30}").isEmpty)
  }

}
