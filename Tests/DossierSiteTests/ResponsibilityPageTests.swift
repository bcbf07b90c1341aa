import DossierText
import Testing

@testable import DossierSite

/// The responsibility for a control in the Statement of Applicability.
struct ResponsibilityPageTests {
  private static func plan(_ line: String) async throws -> SitePlan {
    try await SiteTests.plan([
      "soa.yaml": """
      kind: control-implementation
      records:
        - id: SOA-001
          title: t
          control: A.6.2.4
          applicable: true
          justification: j
          implementation: partial
          supplier: SUP-003
          \(line)
      """,
      "suppliers.yaml": """
      kind: supplier
      records:
        - {id: SUP-001, title: Lumenforge, service: s, responsibilities: [{control: A.6.2.4, party: shared}]}
        - {id: SUP-002, title: Hirelattice, service: s, responsibilities: [{control: A.6.2.4, party: ours}]}
        - {id: SUP-003, title: Codewright, service: s}
      """,
    ]).value
  }

  private static func statement(_ line: String) async throws -> String {
    let html = try SiteTests.page("statement-of-applicability.html", of: try await plan(line))
    let start = try #require(html.ranges(of: "<tr id=\"a.6.2.4\">").first)
    return String(html[start.lowerBound...].prefix { $0 != "\n" })
  }

  private static func part(_ id: String, _ name: String, _ words: String) -> String {
    "<a class=\"ref supplier\" href=\"suppliers/\(id.lowercased()).html\" title=\"\(id)\">\(name)</a>: \(words)</li>"
  }

  @Test func `each supplier is listed with the party that its record states`() async throws {
    let row = try await Self.statement("responsibility: shared")
    #expect(row.contains("<td>SoA line: shared<ul"))
    #expect(row.contains(Self.part("SUP-001", "Lumenforge", "<span class=\"note\">shared</span>")))
    #expect(row.contains(Self.part("SUP-002", "Hirelattice", "<span class=\"note\">we</span>")))
    #expect(row.contains(Self.part("SUP-003", "Codewright", "<span class=\"note\">no responsibility recorded</span>")))
  }

  @Test func `a contradiction between a line and the record of a supplier is shown beside that supplier`() async throws {
    let row = try await Self.statement("responsibility: ours")
    #expect(
      row.contains(Self.part("SUP-001", "Lumenforge", "<span class=\"badge poor\">shared, contradicts the SoA line</span>")))
    #expect(row.ranges(of: "contradicts the SoA line").count == 1)
  }

  @Test func `a contradiction is marked on the page of the line and in its register`() async throws {
    for page in ["control-implementations/soa-001.html", "control-implementations/index.html"] {
      #expect(
        try SiteTests.page(page, of: try await Self.plan("responsibility: ours")).contains("contradicts the record of a supplier")
      )
      #expect(
        try !SiteTests.page(page, of: try await Self.plan("responsibility: shared")).contains(
          "contradicts the record of a supplier"))
    }
  }

  @Test func `a line without a responsibility is marked and keeps the suppliers`() async throws {
    let row = try await Self.statement("automated: false")
    #expect(row.contains("<span class=\"badge poor\">not stated</span>") && row.contains("Lumenforge"))
  }

  @Test func `a line without systems does not claim all systems`() async throws {
    let row = try await Self.statement("responsibility: shared")
    #expect(row.contains("<td><span class=\"none\">–</span></td>") && !row.contains("all in scope"))
  }
}
