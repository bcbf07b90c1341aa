import DossierAnalysis
import DossierAssessment
import DossierRecords
import DossierTesting
import DossierText
import Testing

@testable import DossierSite

/// A small site that is created in memory.
struct SiteTests {
  private static let asOf = CivilDate(year: 2026, month: 10, day: 31)

  static func plan(_ files: KeyValuePairs<String, String>) async throws -> Diagnosed<SitePlan> {
    let sources = files.filter { $0.key.hasSuffix(".md") || $0.key.hasSuffix(".yaml") }.map {
      SourceFile(path: SourcePath(parts: $0.key.split(separator: "/").map(String.init)), bytes: Array($0.value.utf8))
    }
    let attachments = files.filter { !$0.key.hasSuffix(".md") && !$0.key.hasSuffix(".yaml") }.map {
      SourceTree.Attachment(
        path: SourcePath(parts: $0.key.split(separator: "/").map(String.init)), size: $0.value.utf8.count,
        digest: Digest(of: Array($0.value.utf8)), bytes: Array($0.value.utf8))
    }
    let tree = SourceTree(files: sources, attachments: attachments)
    let day = try #require(asOf)
    let analysis = try await analyse(tree, catalogues: [CatalogueLibrary.defaultName], asOf: day, rules: [])
    // The note would be on every page with diagnostics. These tests do not concern it.
    let diagnostics = analysis.reported().withoutMissingConfiguration
    return try DossierSite.plan(
      analysis.facts, policyResult: PolicyResult(diagnostics: diagnostics, suppressed: [], profile: "certification", changes: []),
      sources: analysis.sources, tool: ToolVersion(name: "dossier", version: "0"))
  }

  static func page(_ route: String, of plan: SitePlan) throws -> String {
    let page = try #require(plan.pages.first { $0.route.description == route })
    return String(decoding: plan.render(page).bytes, as: UTF8.self)
  }

  private static let sample: KeyValuePairs = [
    "roles.yaml": """
    kind: role
    records:
      - id: ROL-001
        title: "Head of \\"<Credit>\\""
        accountable_for: [credit]
        review_cycle: P1Y
        reviewed: 2025-01-31
      - id: ROL-002
        accountable_for: [audits]
        status: activ
    """,
    "evd-001.md": """
    ---
    kind: evidence
    id: EVD-001
    title: Log
    controls: [A.6.2.4, A.9.99]
    file: files/log.html
    collected: 2026-01-01
    collected_by: ROL-001
    valid_until: 2026-02-01
    x-note: {seen: yes}
    ---
    # Log

    See [[ROL-001]], [[ROL-009]], [the page](notes/Übersicht.md#zwei), [x](javascript:alert) and ![i](https://example.com/i.png).

    <b onclick="x">raw</b>
    """,
    "files/log.html": "<script>alert(1)</script>",
    "notes/Übersicht.md":
      "# Übersicht\n\n## Eins\n\n## Zwei\n\n[EVD](../evd-001.md)[^1]\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n[^1]: Note.\n",
  ]

  @Test func `every link of every page leads to a file of the plan`() async throws {
    let plan = try await Self.plan(Self.sample).value
    let files = Set(plan.pages.map(\.route) + plan.copies.map(\.route) + plan.assets.map(\.route)).map(\.description)
    for page in plan.pages {
      let html = String(decoding: plan.render(page).bytes, as: UTF8.self)
      for piece in html.components(after: ["href=\"", "src=\""]) {
        let link = piece.prefix { $0 != "\"" && $0 != "#" }
        guard !link.isEmpty, !link.contains(":") else { continue }
        let target = SourcePath(parts: page.route.parts).resolving(String(link))?.description ?? "outside"
        #expect(files.contains(target), "\(link) on \(page.route)")
      }
    }
  }

  @Test func `a record page shows its content and states what is missing`() async throws {
    let plan = try await Self.plan(Self.sample).value
    let html = try Self.page("evidence/evd-001.html", of: plan)
    #expect(html.contains("was valid until 1 February 2026; on 31 October 2026 it has expired"))
    #expect(html.contains("A.9.99</span> <span class=\"note\">(not found)"))
    #expect(html.contains("<a class=\"file\" href=\"../files/files/log-html.txt\">log.html</a>"))
    #expect(html.contains("Head of &quot;&lt;Credit&gt;&quot;"))
    #expect(html.contains("<h2 id=\"log\">Log <a class=\"permalink\" href=\"#log\""))
    #expect(html.contains("#zwei\">the page</a>"))
    #expect(html.contains("<strong>"))
    #expect(html.contains("href=\"https://example.com/i.png\" rel=\"noopener noreferrer\">Image: i</a>"))
    #expect(!html.contains("<script>") && !html.contains("javascript:alert\""))
    let role = try Self.page("roles/rol-001.html", of: plan)
    #expect(role.contains("was due on 31 January 2026. It is overdue as of 31 October 2026"))
    #expect(try Self.page("roles/rol-002.html", of: plan).contains("These fields cannot be read: status."))
    let row = try Self.page("frameworks/iso42001/a.6.2.4.html", of: plan)
    #expect(row.contains("No record states a decision on this control.") && row.contains("expired, last valid on 2026-02-01"))
  }

  @Test func `two pages with the same name both exist and are reported`() async throws {
    let planned = try await Self.plan(["a b.md": "x", "a-b.md": "y", "A-B.md": "z"])
    #expect(planned.diagnostics.map(\.rule) == [.pageCollision, .pageCollision])
    #expect(Set(planned.value.pages.map(\.route)).count == planned.value.pages.count)
  }

  @Test func `a plain page is rendered exactly as expected`() async throws {
    let plan = try await Self.plan(["dossier.yaml": "organisation: Q & A\n", "n.md": "# Note\n\nHello *you*.\n"]).value
    #expect(try Self.page("pages/n.html", of: plan) == Golden.page)
  }
}

extension String {
  /// The text after each occurrence of one of the marks.
  fileprivate func components(after marks: [String]) -> [Substring] {
    marks.flatMap { mark in ranges(of: mark).map { self[$0.upperBound...] } }
  }
}
