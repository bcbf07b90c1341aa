import DossierAssessment
import DossierRecords
import Testing

/// The references to records that are not effective.
@Suite struct IneffectiveReferenceTests {
  /// The field `evidence` is effective because of the trait, and it is also the evidence of an event.
  @Test(arguments: [
    ("[needs-effective-references]", "active", ["DOC-001", "EVD-001", "DOC-001", "EVD-001"]), ("[]", "active", ["EVD-001"]),
    // A closed event counts, but it is not effective.
    ("[needs-effective-references]", "closed", ["EVD-001"]),
  ])
  func `each reference of a declared event is listed once, in the order of the text`(
    _ traits: String, _ status: String, _ expected: [String]
  ) async throws {
    let records = "about: [DOC-001], evidence: [EVD-001], later: [DOC-001, EVD-001]"
    let facts = try await assess([
      "d.yaml": "kind: document\nrecords:\n  - {id: DOC-001, title: t, status: draft}\n",
      "dossier.yaml": """
      organisation: o
      kinds:
        - name: drill
          prefix: DRL
          meaning: m
          nature: event
          date: held
          traits: \(traits)
          fields:
            - {name: held, type: date, meaning: m}
            - {name: about, type: list of record, meaning: m}
            - {name: evidence, type: list of record, kinds: [evidence], meaning: m}
            - {name: later, type: list of record, meaning: m}
      """,
      "e.yaml": """
      kind: evidence
      records:
        - {id: EVD-001, title: t, controls: [A.6.2.4], collected: 2026-05-04, collected_by: ROL-001, status: draft}
      """,
      "r.yaml":
        "kind: drill\nrecords:\n  - {id: DRL-001, title: t, held: 2026-05-04, status: \(status), \(records)}\n",
    ])
    let listed = facts.dated.ineffectiveReferences
    #expect(listed.map { facts.dossier.entries[$0.target].id } == expected)
    #expect(listed.map(\.edge.site.span) == listed.map(\.edge.site.span).sorted())
  }
}
