import DossierAssessment
import DossierText
import Testing

@testable import DossierSite

/// The figures on pages.
@Suite struct FigureTests {
  private static let sample: KeyValuePairs = [
    "dossier.yaml": "organisation: Q\nrisk: {acceptable: 6, tolerable: 12}\n",
    "audits.yaml": """
    kind: audit
    records:
      - {id: AUD-001, title: t, date: 2026-01-01, scope: [9.2.1], criteria: [c], auditor: ROL-001}
      - {id: AUD-002, title: t, date: 2026-01-02, scope: [9.2.2], criteria: [c], auditor: ROL-001}
    """,
    "documents.yaml": """
    kind: document
    records:
      - {id: DOC-001, title: Programme, implements: [9.2.2, 7.3], review_cycle: P1Y, reviewed: 2024-01-01}
      - {id: DOC-002, title: Other, implements: [7.3], status: draft}
    """,
    "evidence.yaml": """
    kind: evidence
    records:
      - {id: EVD-001, title: Attendance, controls: [7.2, A.6.2.4], location: x, collected: 2026-01-01, collected_by: ROL-001}
    """,
    "risks.yaml": """
    kind: risk
    records:
      - {id: RSK-001, title: t, residual: {likelihood: 2, impact: 4}}
    """,
    "roles.yaml": "kind: role\nrecords:\n  - {id: ROL-001, title: Lead, accountable_for: [all]}\n",
  ]

  private struct Shown {
    let name: String
    let count: Int
    let href: String
  }

  /// The figures of a page in their order.
  private static func figures(_ html: String) throws -> [Shown] {
    try html.ranges(of: "<a class=\"figure-value\" data-figure=\"").map { start in
      let parts = html[start.upperBound...].prefix { $0 != "<" }.split(separator: "\"", omittingEmptySubsequences: false)
      let count = try #require(Int(parts[2]))
      #expect(parts[5] == ">\(count)")
      return Shown(name: String(parts[0]), count: count, href: String(parts[4]))
    }
  }

  @Test func `every number with a name has its count and leads to a list of that many members`() async throws {
    let plan = try await SiteTests.plan(Self.sample).value
    var names: Set<String> = []
    var lists: [String: String] = [:]
    for page in plan.pages { lists[page.route.description] = String(decoding: plan.render(page).bytes, as: UTF8.self) }
    for page in plan.pages {
      for figure in try Self.figures(lists[page.route.description] ?? "") {
        names.insert(figure.name)
        let expected = try #require(plan.site.figures.all.first { $0.id == figure.name }, "\(figure.name) on \(page.route)")
        #expect(figure.count == expected.count, "\(figure.name) on \(page.route)")
        let path = String(figure.href.prefix { $0 != "#" })
        let target =
          path.isEmpty ? page.route.description : SourcePath(parts: page.route.parts).resolving(path)?.description ?? ""
        let list = try #require(lists[target], "\(figure.href) on \(page.route)")
        if figure.name.hasPrefix("references.") {
          let anchor = try #require(figure.href.split(separator: "#").last)
          let group = try #require(list.ranges(of: "id=\"\(anchor)\"").first)
          let end = try #require(list[group.upperBound...].ranges(of: "</ul>").first)
          #expect(list[group.upperBound..<end.lowerBound].ranges(of: "<li>").count == figure.count, "\(figure.name)")
        } else if !figure.name.hasPrefix("diagnostics.") {
          #expect(list.ranges(of: "data-member=\"").count == figure.count, "\(figure.name) on \(target)")
        }
      }
    }
    for name in [
      "statement.controls", "records.all", "records.audit", "reviews.overdue", "risks.residual.2.4", "approvals.all",
      "coverage.iso42001.total", "diagnostics.error", "references.iso42001.9.2.1.audit",
    ] {
      #expect(names.contains(name), "\(name) is on no page")
    }
  }

  @Test func `an item’s page counts every record of a register that refers to it, and lists the same records`() async throws {
    let plan = try await SiteTests.plan(Self.sample).value
    let html = try SiteTests.page("frameworks/iso42001/9.2.1.html", of: plan)
    #expect(!html.contains("none of which") && html.contains("</a> refers to this clause directly"))
    #expect(try Self.figures(html).filter { $0.name == "references.iso42001.9.2.1.audit" }.map(\.count) == [1, 1])
    #expect(html.contains("id=\"references-audit\">Audits"))
  }

  @Test func `items that only documents cover are counted, and an item’s page separates documents from records of operation`()
    async throws
  {
    let plan = try await SiteTests.plan(Self.sample).value
    #expect(try SiteTests.page("frameworks/index.html", of: plan).contains("of these by policies or documents only"))
    let documented = try SiteTests.page("frameworks/iso42001/7.3.html", of: plan)
    #expect(documented.contains("Only controlled documents cover this clause."))
    #expect(documented.contains("<dt>Policies and documents</dt>") && !documented.contains("<dt>Records of operation</dt>"))
    let shown = try SiteTests.page("frameworks/iso42001/a.6.2.4.html", of: plan)
    #expect(shown.contains("<dt>Records of operation</dt>") && !shown.contains("Only controlled documents cover"))
  }

  @Test func `a figure page defines the figure and lists its members with their status`() async throws {
    let plan = try await SiteTests.plan(Self.sample).value
    let html = try SiteTests.page("figures/reviews.overdue.html", of: plan)
    #expect(html.contains("<h1>Overdue reviews</h1>") && html.contains("The due date has passed."))
    #expect(html.contains("As of 31 October 2026"))
    #expect(html.contains("<tr data-member=\"DOC-001\"><td class=\"id\">DOC-001</td>"))
    #expect(html.contains("<a href=\"../documents/doc-001.html\">Programme</a></th><td>effective</td>"))
    #expect(html.contains("data-figure=\"reviews.all\""))
    #expect(try SiteTests.page("figures/reviews.never.html", of: plan).contains("There are no members on this date."))
  }

  @Test func `the list of all figures has every member`() async throws {
    let plan = try await SiteTests.plan(Self.sample).value
    let file = try #require(plan.assets.first { $0.route.description == "figures.json" })
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.hasPrefix("{\n  \"figures-format\": 1,\n  \"as_of\": \"2026-10-31\",\n  \"figures\": {"))
    #expect(
      text.contains(
        "\"records.audit\": {\n      \"count\": 2,\n      \"members\": [\n        \"AUD-001\",\n        \"AUD-002\"\n"))
  }

  @Test func `a page lists the first 2000 members and names the register that has all`() async throws {
    let records = (1...2003).map { "  - {id: ROL-\($0), title: t, accountable_for: [a]}\n" }.joined()
    let plan = try await SiteTests.plan(["roles.yaml": "kind: role\nrecords:\n" + records]).value
    let html = try SiteTests.page("figures/status.effective.html", of: plan)
    #expect(html.ranges(of: "data-member=").count == 2000)
    #expect(
      html.contains("The other members are not listed here. See <a href=\"../roles/index.html\">the register of Roles</a>."))
  }
}
