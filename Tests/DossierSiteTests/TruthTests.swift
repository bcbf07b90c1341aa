import DossierText
import Testing

@testable import DossierSite

/// The computed sentences on pages. Each is true for the records, and none is printed without need.
struct TruthTests {
  private static let roles = "kind: role\nrecords:\n  - {id: ROL-001, title: Board, accountable_for: [all]}\n"
  private static let otherText = String(repeating: "a1", count: 32)

  private static func risk(_ acceptance: String) async throws -> String {
    try SiteTests.page(
      "risks/rsk-001.html",
      of: try await SiteTests.plan([
        "dossier.yaml": "organisation: O\nrisk: {acceptable: 6, tolerable: 12}\n", "roles.yaml": roles,
        "risks.yaml": """
        kind: risk
        records:
          - id: RSK-001
            title: Drift
            systems: [AIS-001]
            category: operational
            inherent: {likelihood: 4, impact: 4}
            treatment: mitigate
            residual: {likelihood: 3, impact: 4}
            \(acceptance)
        """,
      ]).value)
  }

  @Test func `a risk states who accepted which score until when, and whether that covers the current score`() async throws {
    let start = "acceptance: {by: ROL-001, date: 2026-10-01, rationale: r, until: 2027-04-30"
    let accepted = "Board accepted a score of 12 on 1 October 2026 until 30 April 2027."
    #expect(try await Self.risk("\(start), score: 12}").contains("\(accepted) The acceptance covers the current score of 12."))
    let outgrown = try await Self.risk("\(start), score: 9}")
    #expect(outgrown.contains("The score is now 12, so the acceptance does not cover it."))
    #expect(outgrown.contains("accepted at a lower score</span>"))
    #expect(try await Self.risk("\(start)}").contains("The acceptance states no score"))
    let expired = try await Self.risk("acceptance: {by: ROL-001, date: 2026-01-01, rationale: r, score: 12, until: 2026-06-30}")
    #expect(expired.contains("The acceptance has expired."))
    #expect(try await Self.risk("tags: []").contains("only a role above the owner may accept this score. Not accepted yet."))
  }

  private static let evidence: KeyValuePairs<String, String> = [
    "roles.yaml": roles,
    "evidence.yaml": """
    kind: evidence
    records:
      - {id: EVD-001, title: Log, controls: [A.6.2.4], file: a.txt, collected: 2026-01-01, collected_by: ROL-001, valid_until: 2026-10-30}
    """,
    "soa.yaml": """
    kind: control-implementation
    records:
      - id: SOA-001
        title: t
        control: A.6.2.4
        applicable: true
        justification: j
        implementation: implemented
        evidence: [EVD-001]
    """,
    "notes.md": "See [[EVD-001]].", "a.txt": "x",
  ]

  @Test(arguments: [
    "control-implementations/soa-001.html", "control-implementations/index.html", "pages/notes.html", "roles/rol-001.html",
    "frameworks/iso42001/a.6.2.4.html",
  ])
  func `expired evidence is marked wherever its name is shown`(_ page: String) async throws {
    let html = try SiteTests.page(page, of: try await SiteTests.plan(Self.evidence).value)
    for link in html.ranges(of: "evidence/evd-001.html") {
      #expect(html[link.upperBound...].prefix(200).contains("expired"), "\(page)")
    }
    #expect(html.contains("evidence/evd-001.html"))
  }

  @Test func `the statement states the status of evidence once`() async throws {
    let html = try SiteTests.page("statement-of-applicability.html", of: try await SiteTests.plan(Self.evidence).value)
    #expect(html.contains("expired, last valid on 2026-10-30</span>") && !html.contains("(expired)"))
  }

  private static let policy: KeyValuePairs<String, String> = [
    "roles.yaml": roles,
    "policies.yaml": """
    kind: policy
    records:
      - id: POL-001
        title: AI policy
        status: active
        effective: 2026-01-01
        approvals: [{by: ROL-001, date: 2026-10-08, digest: \(otherText)}]
    """,
  ]

  @Test func `a policy that changed after its approval has a notice at the top, and its status is not green`() async throws {
    let plan = try await SiteTests.plan(Self.policy).value
    let html = try SiteTests.page("policies/pol-001.html", of: plan)
    #expect(
      html.contains(
        "<p class=\"notice alarm\">POL-001 changed after its approval by Board on 8 October 2026. The current text is not approved.</p>"
      ))
    #expect(
      html.contains("<span class=\"badge plain\">effective</span> <span class=\"badge poor\">changed after approval</span>"))
    #expect(!html.contains("badge good\">effective"))
    let register = try SiteTests.page("policies/index.html", of: plan)
    #expect(register.contains("changed after approval") && !register.contains("badge good\">effective"))
  }

  @Test func `the home page lists what needs attention, the most urgent first, and links the rest`() async throws {
    let home = try SiteTests.page("index.html", of: try await SiteTests.plan(Self.policy).value)
    #expect(home.contains("<h2>Needs attention</h2>"))
    #expect(home.contains("changed after its approval by Board on 8 October 2026; the current text is not approved"))
    let calm = try SiteTests.page("index.html", of: try await SiteTests.plan(["roles.yaml": Self.roles]).value)
    #expect(calm.contains("As of 31 October 2026, there is no error."))
    let reviews = (1...9).map {
      "  - {id: ROL-00\($0), title: r, accountable_for: [x], review_cycle: P1Y, reviewed: 2025-01-0\($0)}\n"
    }
    let plan = try await SiteTests.plan(["roles.yaml": "kind: role\nrecords:\n" + reviews.joined()]).value
    let busy = try SiteTests.page("index.html", of: plan)
    #expect(busy.contains("<a href=\"needs-attention.html\">All items that need attention</a>"))
    #expect(busy.ranges(of: "the review was due on").count == 7)
    let all = try SiteTests.page("needs-attention.html", of: plan)
    #expect(all.ranges(of: "the review was due on").count == 9)
    #expect(all.ranges(of: "<h2>").count == 1 && all.contains("<h2>Overdue reviews</h2>"))
  }

  @Test func `a record page prints no empty field that needs no value`() async throws {
    let plan = try await SiteTests.plan([
      "roles.yaml": Self.roles,
      "context.yaml": """
      kind: context-issue
      records:
        - {id: CTX-001, title: Law}
      """,
    ]).value
    let role = try SiteTests.page("roles/rol-001.html", of: plan)
    #expect(!role.contains("not stated") && !role.contains("Not stated") && !role.contains("No approval is recorded"))
    #expect(!role.contains("<dt>Version</dt>") && !role.contains("<dt>Next review</dt>"))
    // A required field without a value is shown as missing.
    let issue = try SiteTests.page("context-issues/ctx-001.html", of: plan)
    #expect(issue.contains("<span class=\"label\">Missing</span>"))
  }

  @Test func `only a record that needs an approval states that it has none`() async throws {
    let plan = try await SiteTests.plan([
      "roles.yaml": Self.roles,
      "documents.yaml":
        "kind: document\nrecords:\n  - {id: DOC-001, title: p, type: procedure}\n  - {id: DOC-002, title: t, type: template}\n",
    ]).value
    #expect(try SiteTests.page("documents/doc-001.html", of: plan).contains("No approval is recorded."))
    #expect(try !SiteTests.page("documents/doc-002.html", of: plan).contains("No approval is recorded."))
    let demanded = try await SiteTests.plan([
      "dossier.yaml": "organisation: O\napprovals: [{kind: role, quorum: 1}]\n", "roles.yaml": Self.roles,
    ]).value
    #expect(try SiteTests.page("roles/rol-001.html", of: demanded).contains("No approval is recorded."))
  }

  @Test func `the sources of the program's own frameworks are not on the site`() async throws {
    let plan = try await SiteTests.plan(["roles.yaml": Self.roles]).value
    for page in plan.pages {
      let html = String(decoding: plan.render(page).bytes, as: UTF8.self)
      // `rejected` is also a status of records, so the word is forbidden in its sense of a rejected source only.
      for word in ["verifywise", "github.com/", "was rejected", "was not at hand", "CISO Assistant", "probo"] {
        #expect(!html.contains(word), "\(word) on \(page.route)")
      }
    }
  }

  @Test func `the sources of an organisation's own framework are shown`() async throws {
    let plan = try await SiteTests.plan([
      "own.yaml": """
      kind: catalogue
      name: own
      title: Own
      publisher: Example Ltd
      edition: "1"
      cautions: ["Read `H.1` first."]
      sources: [{name: the legal department}]
      items: [{id: H.1, kind: control, title: First, asks: "see `H.1`"}]
      """
    ]).value
    let html = try SiteTests.page("frameworks/own/index.html", of: plan)
    #expect(html.contains("the legal department") && html.contains("Read <code>H.1</code> first."))
    #expect(try SiteTests.page("frameworks/own/h.1.html", of: plan).contains("see <code>H.1</code>"))
  }

  @Test func `the name of a record that is not effective is followed by its status`() async throws {
    let plan = try await SiteTests.plan([
      "roles.yaml": Self.roles,
      "decisions.yaml": """
      kind: decision
      records:
        - {id: DEC-001, title: Refuse all, status: rejected, approvals: [{by: ROL-001, date: 2026-09-23, note: no agreement}]}
      """,
      "policies.yaml": """
      kind: policy
      records:
        - {id: POL-001, title: Old, effective: 2025-01-01, status: superseded, approvals: [{by: ROL-001, date: 2025-01-01}]}
        - {id: POL-002, title: New, effective: 2026-01-01, supersedes: POL-001, approvals: [{by: ROL-001, date: 2026-01-01}]}
        - {id: POL-003, title: Draft, effective: 2026-01-01, supersedes: POL-002, status: draft, approvals: [{by: ROL-001, date: 2026-01-01}]}
      """,
    ]).value
    let approvals = try SiteTests.page("approvals.html", of: plan)
    #expect(approvals.contains("Refuse all</a> <span class=\"note lapsed\">(rejected)</span>"))
    #expect(approvals.contains("Note in the record: no agreement"))
    #expect(
      try SiteTests.page("policies/pol-002.html", of: plan).contains("Old</a> <span class=\"note lapsed\">(superseded)</span>"))
    #expect(try SiteTests.page("policies/pol-001.html", of: plan).contains("This record is superseded by policy POL-002, New."))
    // A draft supersedes nothing.
    #expect(try !SiteTests.page("policies/pol-002.html", of: plan).contains("This record is superseded"))
  }

  @Test func `a planned control is not called covered`() async throws {
    let plan = try await SiteTests.plan([
      "soa.yaml": """
      kind: control-implementation
      records:
        - {id: SOA-001, title: t, control: A.6.2.4, applicable: true, justification: j, implementation: planned}
      """,
      "documents.yaml": "kind: document\nrecords:\n  - {id: DOC-001, title: p, implements: [A.6.2.4, 9.2.1]}\n",
    ]).value
    let control = try SiteTests.page("frameworks/iso42001/a.6.2.4.html", of: plan)
    #expect(control.contains("<h2>Referred to by</h2>") && !control.contains("<h2>Covered by</h2>"))
    let clause = try SiteTests.page("frameworks/iso42001/9.2.1.html", of: plan)
    #expect(clause.contains("Only controlled documents cover this clause. No record of operation that counts refers to it."))
    #expect(!clause.contains("carried out"))
  }

  @Test func `errors come first in what needs attention`() async throws {
    let plan = try await SiteTests.plan([
      "dossier.yaml": "organisation: O\nrisk: {acceptable: 6, tolerable: 12}\n", "roles.yaml": Self.roles,
      "actions.yaml": """
      kind: corrective-action
      records:
        - {id: CAR-001, title: Act, owner: ROL-001, action: a, due: 2026-05-01}
      """,
      "risks.yaml": """
      kind: risk
      records:
        - {id: RSK-001, title: Drift, inherent: {likelihood: 5, impact: 5}, treatment: reduce}
      """,
    ]).value
    let home = try SiteTests.page("index.html", of: plan)
    let error = try #require(home.ranges(of: "reduce").first)
    let risk = try #require(home.ranges(of: "a score of 25 is above 12").first)
    let action = try #require(home.ranges(of: "was due on 1 May 2026 and is not done").first)
    #expect(error.lowerBound < risk.lowerBound && risk.lowerBound < action.lowerBound)
    #expect(!home.contains("there is no error"))
  }

  @Test func `the legend of the risk matrix has no line for an empty band`() async throws {
    func register(_ limits: String) async throws -> String {
      try SiteTests.page(
        "risks/index.html",
        of: try await SiteTests.plan([
          "dossier.yaml": "organisation: O\nrisk: {\(limits)}\n",
          "risks.yaml": "kind: risk\nrecords:\n  - {id: RSK-001, title: Drift, inherent: {likelihood: 5, impact: 5}}\n",
        ]).value)
    }
    #expect(try await register("acceptable: 6, tolerable: 12").contains("7 to 12:"))
    #expect(try await !register("acceptable: 13, tolerable: 12").contains("14 to 12"))
    #expect(try await !register("acceptable: 6, tolerable: 25").contains("Above 25"))
  }
}
