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
}
