import DossierText
import Testing

@testable import DossierSite

/// Pages do not make records look better than they are.
struct HonestyTests {
  private static let content = "log\n"

  private static func evidence(_ more: String) -> KeyValuePairs<String, String> {
    [
      "roles.yaml": "kind: role\nrecords:\n  - id: ROL-001\n    title: Head\n    accountable_for: [all]\n",
      "evidence.yaml": """
      kind: evidence
      records:
        - id: EVD-001
          title: Log
          status: active
          controls: [A.6.2.4]
          file: files/log.txt
          collected: 2026-01-01
          collected_by: ROL-001
          \(more)
      """,
      "files/log.txt": content,
    ]
  }

  @Test func `a file with the recorded digest is shown as a match, with the complete digest`() async throws {
    let digest = Digest(of: Array(Self.content.utf8)).description
    let plan = try await SiteTests.plan(Self.evidence("sha256: \(digest)")).value
    let html = try SiteTests.page("evidence/evd-001.html", of: plan)
    let file = "SHA-256 <code class=\"digest\">\(digest)</code></span>"
    #expect(html.contains(file + " <span class=\"badge good\">matches the recorded SHA-256</span>"))
    #expect(!html.contains("…</code>") && html.contains("<span class=\"badge good\">effective</span>"))
  }

  @Test func `a file with another digest is shown as different and does not count as evidence for a control`() async throws {
    let other = String(repeating: "a1", count: 32)
    let plan = try await SiteTests.plan(Self.evidence("sha256: \(other)")).value
    let html = try SiteTests.page("evidence/evd-001.html", of: plan)
    #expect(html.contains("<span class=\"badge poor\">differs from the recorded SHA-256</span>"))
    #expect(html.contains("<code class=\"digest\">\(other)</code>") && !html.contains("matches the recorded"))
    #expect(!html.contains("badge good"))
    let register = try SiteTests.page("evidence/index.html", of: plan)
    #expect(register.contains("<span class=\"badge plain\">effective</span> <span class=\"badge poor\">file differs</span>"))
    #expect(try SiteTests.page("frameworks/iso42001/a.6.2.4.html", of: plan).contains("file differs from the recorded SHA-256"))
  }

  @Test func `a file without a recorded digest is not shown as a match`() async throws {
    let html = try SiteTests.page("evidence/evd-001.html", of: try await SiteTests.plan(Self.evidence("method: export")).value)
    #expect(!html.contains("the recorded SHA-256"))
  }

  @Test func `expired evidence is marked in its register and has no green badge`() async throws {
    let plan = try await SiteTests.plan(Self.evidence("valid_until: 2026-10-30")).value
    let register = try SiteTests.page("evidence/index.html", of: plan)
    #expect(register.contains("2026-10-30</time> <span class=\"badge poor\">expired</span>"))
    #expect(!register.contains("badge good"))
    let last = try await SiteTests.plan(Self.evidence("valid_until: 2026-10-31")).value
    #expect(try !SiteTests.page("evidence/index.html", of: last).contains("expired</span>"))
  }

  @Test func `a risk with an expired acceptance has no green badge`() async throws {
    let plan = try await SiteTests.plan([
      "risks.yaml": """
      kind: risk
      records:
        - id: RSK-001
          title: Drift
          status: active
          systems: [AIS-001]
          category: operational
          inherent: {likelihood: 2, impact: 2}
          treatment: accept
          acceptance: {by: ROL-001, date: 2026-01-01, rationale: small, until: 2026-06-30}
      """
    ]).value
    let register = try SiteTests.page("risks/index.html", of: plan)
    #expect(
      register.contains("<span class=\"badge plain\">effective</span> <span class=\"badge poor\">acceptance expired</span>"))
  }

  @Test func `a retired record is marked in its register`() async throws {
    let plan = try await SiteTests.plan([
      "roles.yaml": """
      kind: role
      records:
        - {id: ROL-001, title: Old, status: superseded, accountable_for: [all]}
        - {id: ROL-002, title: New, status: active, accountable_for: [all]}
      """
    ]).value
    let register = try SiteTests.page("roles/index.html", of: plan)
    #expect(register.contains("<tr class=\"record retired\" data-member=\"ROL-001\"><td class=\"id\">ROL-001"))
    #expect(register.contains("<tr class=\"record\" data-member=\"ROL-002\"><td class=\"id\">ROL-002"))
  }

  @Test func `the page of a clause or control lists its registers`() async throws {
    let plan = try await SiteTests.plan(Self.evidence("method: export")).value
    let clause = try SiteTests.page("frameworks/iso42001/7.5.3.html", of: plan)
    let heading = try #require(clause.ranges(of: "Registers for this clause").first)
    let named = try #require(clause.ranges(of: "<h2>All references to this clause</h2>").first)
    #expect(heading.upperBound < named.lowerBound)
    #expect(
      clause.contains(
        "<a href=\"../../evidence/index.html\">Evidence</a> <span class=\"note\"><a class=\"figure-value\" data-figure=\"records.evidence\" "
          + "data-count=\"1\" href=\"../../evidence/index.html\">1</a> record; none refers to this clause directly</span>"))
    #expect(clause.contains(">Documents</a> <span class=\"note\">no records</span>"))
    #expect(clause.contains("<span class=\"id\">clause</span>") && !clause.contains("sub clause"))
    #expect(try SiteTests.page("frameworks/iso42001/a.6.2.6.html", of: plan).contains("Registers for this control"))
    #expect(try !SiteTests.page("frameworks/iso42001/10.html", of: plan).contains("Registers for this"))
  }

  @Test func `a folder without records shows its pages first`() async throws {
    let plan = try await SiteTests.plan(["n.md": "# Note\n"]).value
    let home = try SiteTests.page("index.html", of: plan)
    #expect(home.contains("pages/n.html") && home.contains("No records yet."))
    #expect(!home.contains(">Registers<") && !home.contains("No scope is stated"))
    #expect(home.ranges(of: "statement-of-applicability.html").count == 1)
    let configured = try await SiteTests.plan(["dossier.yaml": "organisation: Q\n", "n.md": "# Note\n"]).value
    #expect(try SiteTests.page("index.html", of: configured).contains(">Registers<"))
  }
}
