import DossierAssessment
import DossierRecords
import DossierText
import Testing

/// The table of record statuses.
@Suite struct RecordStatusTests {
  /// Fields of a policy, and its status on 2026-06-30.
  @Test(arguments: [
    ("", RecordStatus.effective), ("status: active", .effective), ("status: accepted", .effective),
    ("status: draft", .draft), ("status: proposed", .proposed), ("status: rejected", .rejected),
    ("status: closed", .closed), ("status: superseded", .superseded), ("status: retired", .retired),
    ("retired: 2026-06-30", .retired), ("retired: 2026-07-01", .effective),
    ("status: retired, retired: 2026-07-01", .effective), ("status: superseded, retired: 2026-06-30", .superseded),
    ("status: superseded, retired: 2026-07-01", .effective), ("status: closed, retired: 2026-07-01", .closed),
    ("status: draft, retired: 2026-01-01", .draft), ("effective: 2026-06-30", .effective),
    ("effective: 2026-07-01", .notYetEffective), ("effective: 2026-07-01, status: closed", .notYetEffective),
    ("effective: 2026-07-01, status: draft", .draft), ("effective: 2026-07-01, status: retired", .retired),
  ])
  func `the fields of a record and the as-of date decide its status`(_ fields: String, _ expected: RecordStatus) async throws {
    let facts = try await assess([
      "p.yaml": "kind: policy\nrecords:\n  - {id: POL-001, title: t\(fields.isEmpty ? "" : ", " + fields)}"
    ]
    )
    #expect(facts.status(of: 0) == expected)
  }

  @Test func `a decommissioned system and a retired model are retired whatever their status is`() async throws {
    let facts = try await assess([
      "m.yaml": "kind: model\nrecords:\n  - {id: MDL-001, title: t, state: retired, status: active}",
      "s.yaml": "kind: ai-system\nrecords:\n  - {id: AIS-001, title: t, lifecycle: decommissioned}",
    ])
    #expect(facts.dossier.entries.indices.map(facts.status) == [.retired, .retired])
    #expect(facts.dated.systemsInScope.isEmpty)
  }

  @Test func `a closed event counts and a closed document does not`() async throws {
    let facts = try await assess([
      "a.yaml": "kind: audit\nrecords:\n  - {id: AUD-001, title: t, date: 2026-01-01, status: closed}",
      "d.yaml": "kind: document\nrecords:\n  - {id: DOC-001, title: t, status: closed}",
    ])
    let counting = facts.dossier.entries.indices.filter(facts.counts).map { facts.dossier.entries[$0].id }
    #expect(counting == ["AUD-001"])
  }
}
