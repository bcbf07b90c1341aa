import DossierMarkup
import DossierRecords
import DossierText
import Testing

/// The digest of a record changes with its content, and only with its content.
@Suite struct RecordDigestTests {
  private func digest(_ description: String, body: String = "") async throws -> Digest {
    let text = "---\nkind: decision\nid: DEC-001\ntitle: t\ncontext: \(description)\n---\n\(body)"
    let reading = try await Reading(["a.md": text])
    #expect(reading.rules.isEmpty)
    return try #require(reading.dossier.entries.first).digest
  }

  @Test(arguments: [
    ("a b", "a *b*"), ("'[a](https://a.example)'", "'[a](https://b.example)'"), ("'1. a'", "'2. a'"), ("'# a'", "'## a'"),
    ("'`a` b'", "'a `b`'"),
  ])
  func `structure and addresses of a field change the digest`(a: String, b: String) async throws {
    #expect(try await digest(a) != digest(b))
    #expect(try await digest("x", body: a) != digest("x", body: b))
  }

  @Test func `another YAML spelling does not change the digest`() async throws {
    #expect(try await digest("a b") == digest("'a b'"))
    #expect(try await digest("'*a*'") == digest("'_a_'"))
  }

  private func entry(_ fields: String) async throws -> Entry {
    let head = "kind: ai-system\nid: AIS-001\ntitle: t\nowner: ROL-001\npurpose: p\nrole: [developer]\nrisk_class: high"
    let text = "---\n\(head)\n\(fields)\n---\nText.\n"
    return try #require(try await Reading(["a.md": text]).dossier.entries.first)
  }

  @Test(arguments: ApprovalCoverage.exemptions.map(\.field))
  func `a field that an approval does not cover changes only the whole digest`(field: String) async throws {
    let values = [
      "status": "active", "supersedes": "AIS-002", "retired": "2026-01-01", "reviewed": "2026-01-01",
      "next_review": "2027-01-01",
      "approvals": "[{by: ROL-001, date: 2026-01-01}]",
    ]
    let value = try #require(values[field])
    let (without, with) = (try await entry("lifecycle: operation"), try await entry("lifecycle: operation\n\(field): \(value)"))
    #expect(with.field(field) != nil && without.digest == with.digest)
    #expect(without.wholeDigest == without.digest)
    #expect((with.wholeDigest == with.digest) == (field == "approvals"))
    #expect(with.matches(with.wholeDigest) && with.matches(without.digest))
  }

  @Test func `every common field except the exemptions is covered`() {
    let names = RecordHead.schema.fields.map(\.name)
    let exempt = ApprovalCoverage.exemptions.map(\.field)
    #expect(Set(exempt).isSubset(of: names) && Set(exempt).count == exempt.count)
    #expect(
      names.filter(ApprovalCoverage.covers)
        == ["kind", "id", "title", "owner", "version", "audience", "tags", "review_cycle"])
  }

  @Test func `an ended record matches the digest that it had before`() async throws {
    let ended = try await entry("lifecycle: decommissioned")
    for fields in ["lifecycle: operation", "lifecycle: design"] {
      let before = try await entry(fields)
      #expect(ended.matches(before.digest) && !before.matches(ended.digest))
    }
    #expect(!ended.matches(try await entry("lifecycle: operation\nversion: \"2\"").digest))
  }
}
