import DossierText
import Testing

@testable import DossierSite

/// Pages show what the assessment decided, and never what the fields alone would say.
struct StandingTests {
  private static let roles = "kind: role\nrecords:\n  - {id: ROL-001, title: Board, accountable_for: [all]}\n"
  private static let line =
    "title: t, control: A.6.2.5, applicable: true, justification: j, implementation: implemented, owner: ROL-001"

  private static func plan(_ name: String, _ text: String) async throws -> SitePlan {
    try await SiteTests.plan(["roles.yaml": roles, name: text]).value
  }

  @Test func `a line with errors is shown as written, and as undecided`() async throws {
    let plan = try await Self.plan(
      "soa.yaml", "kind: control-implementation\nrecords:\n  - {id: SOA-001, \(Self.line), measures: none}\n")
    for page in ["statement-of-applicability.html", "frameworks/iso42001/a.6.2.5.html"] {
      let html = try SiteTests.page(page, of: plan)
      #expect(html.contains("<span class=\"note\">written: yes</span>"))
      #expect(html.contains("not decided: record with errors"))
      for word in ["yes", "implemented"] { #expect(!html.contains("<span class=\"badge good\">\(word)</span>")) }
    }
    let register = try SiteTests.page("control-implementations/index.html", of: plan)
    #expect(register.contains("<span class=\"badge poor\">record with errors</span>"))
  }

  @Test func `drafts and former records are shown beside their control`() async throws {
    let plan = try await Self.plan(
      "soa.yaml",
      """
      kind: control-implementation
      records:
        - {id: SOA-001, \(Self.line), status: draft}
        - {id: SOA-002, \(Self.line), retired: 2026-01-01}
      """)
    let html = try SiteTests.page("statement-of-applicability.html", of: plan)
    #expect(html.contains("Pending: <a ") && html.contains("SOA-001</a> (draft)"))
    #expect(html.contains("Former: <a ") && html.contains("SOA-002</a> (retired)"))
  }

  @Test func `a record is not retired since a date that lies ahead`() async throws {
    let plan = try await Self.plan(
      "s.yaml",
      "kind: ai-system\nrecords:\n  - {id: AIS-001, title: s, purpose: p, owner: ROL-001, role: [deployer], risk_class: minimal, "
        + "lifecycle: decommissioned, retired: 2027-03-31}\n")
    let html = try SiteTests.page("ai-systems/ais-001.html", of: plan)
    #expect(html.contains("This record is retired.") && !html.contains("since 31 March 2027"))
  }

  @Test func `a record that was never reviewed is not called overdue`() async throws {
    let plan = try await Self.plan(
      "d.yaml",
      "kind: document\nrecords:\n  - {id: DOC-001, title: d, type: procedure, owner: ROL-001, review_cycle: P1Y, "
        + "approvals: [{by: ROL-001, date: 2025-01-01}]}\n")
    for page in ["documents/doc-001.html", "documents/index.html", "index.html"] {
      let html = try SiteTests.page(page, of: plan)
      #expect(html.contains("never reviewed"), "\(page)")
      #expect(!html.contains(">overdue</span>") && !html.contains("review overdue") && !html.contains("It is overdue"), "\(page)")
    }
  }

  @Test func `a document that takes effect later is not called an event`() async throws {
    let plan = try await Self.plan(
      "p.yaml", "kind: policy\nrecords:\n  - {id: POL-001, title: p, owner: ROL-001, effective: 2027-01-01}\n")
    let html = try SiteTests.page("policies/pol-001.html", of: plan)
    #expect(html.contains("This record takes effect on 1 January 2027, after the as-of date") && !html.contains("The event of"))
  }

  @Test func `an approval that cannot be read has a row without a status`() async throws {
    let plan = try await Self.plan(
      "p.yaml",
      "kind: policy\nrecords:\n  - {id: POL-001, title: p, owner: ROL-001, effective: 2026-01-01, "
        + "approvals: [{by: ROL-001}, {by: ROL-001, date: 2026-01-01}]}\n")
    let html = try SiteTests.page("policies/pol-001.html", of: plan)
    #expect(html.contains("not evaluated") && html.contains("cannot be read"))
  }

  @Test func `a training that has expired has no green badge`() async throws {
    let plan = try await Self.plan(
      "t.yaml",
      "kind: training\nrecords:\n  - {id: TRN-001, title: t, roles: [ROL-001], date: 2025-01-01, subject: s, valid_until: 2026-10-30}\n"
    )
    let html = try SiteTests.page("training-records/index.html", of: plan)
    #expect(html.contains("<span class=\"badge poor\">expired</span>") && !html.contains("badge good"))
  }
}
