import DossierAnalysis
import DossierRecords
import DossierRules
import DossierTesting
import DossierText
import Testing

/// Cases of the completeness, applicability and prose rules beyond their examples.
@Suite struct CompletenessRuleTests {
  @Test(arguments: ["draft", "proposed", "rejected", "superseded", "retired"])
  func `records that do not count are not checked`(_ status: String) async throws {
    // A system that has ended must not be in operation, whatever else is not checked.
    let ended: Set = ["rejected", "superseded", "retired"]
    let reported = try await reported(["a.yaml": register(status: "status: \(status)")])
    #expect(reported.subtracting(ended.contains(status) ? ["system-ended-in-use"] : []).isEmpty)
  }

  @Test func `a record that is retired later counts until then`() async throws {
    let texts: KeyValuePairs = ["a.yaml": register(status: "retired: 2026-06-30")]
    #expect(try await reported(texts, asOf: "2026-06-29").contains("system-unassessed"))
    #expect(try await !reported(texts, asOf: "2026-06-30").contains("system-unassessed"))
  }

  @Test func `an assessment dated after the as-of date does not count`() async throws {
    let texts: KeyValuePairs = [
      "a.yaml": register(status: ""),
      "b.yaml":
        "kind: impact-assessment\nrecords:\n  - {id: AIA-001, title: t, system: AIS-001, date: 2026-05-04, assessor: ROL-001}",
    ]
    #expect(try await reported(texts, asOf: "2026-05-03").contains("system-unassessed"))
    #expect(try await !reported(texts, asOf: "2026-05-04").contains("system-unassessed"))
  }

  @Test func `a rule does not report as missing what a record with errors may supply`() async throws {
    func risk(_ treatment: String, _ systems: String) -> KeyValuePairs<String, String> {
      [
        "a.yaml": register(status: ""), "dossier.yaml": "organisation: [x]\nscope: all\n",
        "b.yaml": """
        kind: risk
        records:
          - {id: RSK-001, title: t, systems: \(systems), inherent: {likelihood: 1, impact: 1}, treatment: \(treatment)}
        """,
      ]
    }
    #expect(try await reported(risk("reduce", "[AIS-009]")).contains("system-without-risk"))
    #expect(try await !reported(risk("reduce", "[AIS-001]")).contains("system-without-risk"))
    // It is not known to which system the risk refers.
    #expect(try await !reported(risk("reduce", "AIS-001")).contains("system-without-risk"))
  }

  @Test(arguments: [
    ("deployment-undated", "deployed: 2026-01-12", "deployed: 12/01/2026"),
    ("affected-people-unnamed", "affected_parties: [{who: customers, effect: direct}]", "affected_parties: customers"),
  ])
  func `a field that cannot be read is not reported as missing`(_ rule: String, _ good: String, _ bad: String) async throws {
    func files(_ field: String) -> KeyValuePairs<String, String> {
      [
        "a.yaml": """
        kind: ai-system
        records:
          - id: AIS-001
            title: s
            purpose: p
            owner: ROL-001
            role: [deployer]
            lifecycle: operation
            risk_class: minimal
            \(field)
        """
      ]
    }
    #expect(try await reported(files("")).contains(rule))
    #expect(try await !reported(files(good)).contains(rule))
    #expect(try await !reported(files(bad)).contains(rule))
  }

  @Test func `a list of gaps leaves out fields that cannot be read`() async throws {
    let metric = "kind: metric\nrecords:\n  - {id: MTR-001, title: t, unit: n, frequency: monthly}"
    let gaps = try await diagnostics(["m.yaml": metric]).first { $0.rule.name == "metric-incomplete" }
    #expect(
      gaps?.headline
        == "metric MTR-001 lacks a source of its values (`source`), a threshold for action (`threshold`) and a reviewer (`reviewed_by`)"
    )
  }

  @Test func `the help names drafts that may supply what is missing`() async throws {
    let texts: KeyValuePairs = [
      "a.yaml": register(status: ""),
      "b.yaml": """
      kind: risk
      records:
        - {id: RSK-001, title: t, systems: [AIS-001], category: operational, inherent: {likelihood: 1, impact: 1}, treatment: avoid, status: draft}
      """,
      "c.yaml":
        "kind: impact-assessment\nrecords:\n  - {id: AIA-001, title: t, system: AIS-001, date: 2026-07-04, assessor: ROL-001}",
    ]
    let found = try await diagnostics(texts)
    let risk = found.first { $0.rule.name == "system-without-risk" }
    #expect(risk?.headline == "AI system AIS-001 has no effective risk record")
    #expect(risk?.help?.hasPrefix("finish RSK-001 and set the status to `active`; or add a risk") == true)
    let assessment = found.first { $0.rule.name == "system-unassessed" }
    #expect(assessment?.help?.hasPrefix("correct the date of AIA-001 if it is wrong; or write") == true)
  }

  @Test func `a metric of the management system does not monitor an AI system`() async throws {
    func metric(_ area: String) -> String {
      "kind: metric\nrecords:\n  - {id: MTR-001, title: t, unit: n, area: \(area), systems: [AIS-001]}"
    }
    let system = """
      kind: ai-system
      records:
        - {id: AIS-001, title: s, purpose: p, owner: ROL-001, role: [deployer], lifecycle: operation, risk_class: minimal}
      """
    for (area, isWatched) in [("audit-findings", false), ("objectives", false), ("drift", true), ("incidents", true)] {
      let found = try await reported(["a.yaml": system, "m.yaml": metric(area)])
      #expect(found.contains("system-unmonitored") != isWatched, "\(area)")
    }
  }

  @Test func `a document that implements a control counts as its measure`() async throws {
    let line = """
      kind: control-implementation
      records:
        - {id: SOA-1, title: t, control: A.6.2.4, applicable: true, justification: errors cost money, implementation: implemented}
      """
    let text = "kind: document\nrecords:\n  - {id: DOC-001, title: t, implements: [A.6.2.4]}"
    #expect(try await reported(["a.yaml": line]).contains("control-without-measure"))
    #expect(try await !reported(["a.yaml": line, "d.yaml": text]).contains("control-without-measure"))
  }

  @Test func `a folder without configuration is not a management system`() async throws {
    let whole: Set = ["ai-policy-missing", "context-empty", "objectives-missing", "procedures-missing", "control-unanswered"]
    #expect(try await whole.isDisjoint(with: reported(["a.yaml": register(status: "")])))
    #expect(try await whole.isDisjoint(with: reported(["dossier.yaml": "organisation: Example Ltd"])))
    let found = try await reported(["dossier.yaml": "organisation: Example Ltd", "a.yaml": register(status: "")])
    #expect(whole.isSubset(of: found))
  }

  @Test func `many controls without a line are reported once and in short form`() async throws {
    let whole = try await diagnostics(["dossier.yaml": "organisation: Example Ltd", "a.yaml": register(status: "")])
    let reports = whole.filter { $0.rule.name == "control-unanswered" }
    #expect(reports.count == 1)
    #expect(
      reports.first?.headline.hasPrefix("38 of 38 controls have no line in the statement of applicability: A.2.2, A.2.3") == true)
    #expect(reports.first?.headline.hasSuffix("and 30 more") == true)
  }

  @Test(arguments: [
    ("Answers must be tested as appropriate.", ["as appropriate"]),
    ("Answers must be tested where\npossible and with best efforts.", ["where\npossible", "best efforts"]),
    ("Tests shall be repeated regularly.", ["regularly"]),
    ("Tests shall be repeated regularly, at least every month.", []),
    ("Tests are repeated as appropriate.", []),
    ("Tests must be repeated. Others come from time to time.", []),
    ("Write `as appropriate` never; you must say when.", []),
    ("It must be as\n\nappropriate.", []),
    ("| Must be kept as needed | x |\n|---|---|\n| y | z |", ["as needed"]),
    ("", []),
  ])
  func `vague words in commitments are found`(_ text: String, _ expected: [String]) async throws {
    let path = "a.md"
    let page = "---\nkind: document\nid: DOC-001\ntitle: t\n---\n\(text)\n"
    let found = try await diagnostics([path: page]).filter { $0.rule.name == "vague-commitment" }
    let places = found.flatMap { [$0.primary.span] + $0.others.map(\.span) }
    let words = places.map { String(decoding: Array(page.utf8)[$0.range], as: UTF8.self) }
    #expect(words == expected)
  }

  @Test(arguments: [
    ("Signed by TBD.", ["TBD"]), ("TODO", ["TODO"]), ("Lorem  ipsum", []), ("lorem ipsum dolor", ["lorem ipsum"]),
    ("Call [insert name] first.", ["[insert name]"]), ("See [your page](a.md).", []), ("A `TODO` in code", []),
    ("METODO and TODOS", []), ("TBD-4 is a name", []), ("[Your organisation]", ["[Your organisation]"]), ("[", []), ("L", []),
    ("T", []), ("What a reader must know of it, in your own words.", ["What a reader must know of it, in your own words."]),
    (Scaffold.reminder, [Scaffold.reminder]),
    ("What a reader must know of it is in the annex.", []),
    ("*Replace the rows\nwith your own.* More.", ["*Replace the rows\nwith your own.*"]),
    ("*Replace the filter every month.* Ask your owner.", []), ("*Replace this", []), ("**Replace the rows** of your own", []),
  ])
  func `placeholders are found`(_ text: String, _ expected: [String]) async throws {
    let page = "---\nkind: document\nid: DOC-001\ntitle: t\n---\n\(text)\n"
    let found = try await diagnostics(["a.md": page]).filter { $0.rule.name == "placeholder-text" }
    let words = found.flatMap { [$0.primary.span] + $0.others.map(\.span) }
      .map { String(decoding: Array(page.utf8)[$0.range], as: UTF8.self) }
    #expect(words == expected)
  }

  @Test func `placeholders in fields are underlined there`() async throws {
    let page = "---\nkind: concern\nid: CNC-001\ntitle: t\nraised: 2026-05-04\nchannel: \"form, TBD\"\n---\n"
    let found = try await diagnostics(["a.md": page]).filter { $0.rule.name == "placeholder-text" }
    #expect(found.map { String(decoding: Array(page.utf8)[$0.primary.span.range], as: UTF8.self) } == ["form, TBD"])
  }

  @Test func `evidence counts if it refers to the control or the line refers to it`() async throws {
    let line =
      "kind: control-implementation\nrecords:\n  - {id: SOA-1, title: t, control: A.6.2.4, applicable: true, justification: x y, implementation: implemented"
    let evidence =
      "kind: evidence\nrecords:\n  - {id: EVD-001, title: t, controls: [A.7.4], collected: 2026-05-04, collected_by: ROL-001}"
    #expect(try await reported(["a.yaml": line + "}", "b.yaml": evidence]).contains("evidence-missing"))
    #expect(try await !reported(["a.yaml": line + ", evidence: [EVD-001]}", "b.yaml": evidence]).contains("evidence-missing"))
    let named = evidence.replacing("A.7.4", with: "A.6.2.4")
    #expect(try await !reported(["a.yaml": line + "}", "b.yaml": named]).contains("evidence-missing"))
    // Evidence that is collected later does not count yet.
    #expect(try await reported(["a.yaml": line + "}", "b.yaml": named], asOf: "2026-05-03").contains("evidence-missing"))
  }

  private func register(status: String) -> String {
    let fields = [
      "id: AIS-001", "title: t", "owner: ROL-001", "purpose: p", "role: [deployer]", "lifecycle: operation", "risk_class: high",
    ]
    return "kind: ai-system\nrecords:\n  - {\((fields + (status.isEmpty ? [] : [status])).joined(separator: ", "))}\n"
  }

  /// The ids of the reported rules of the three families.
  private func reported(_ texts: KeyValuePairs<String, String>, asOf: String = "2026-06-30") async throws -> Set<String> {
    Set(try await diagnostics(texts, asOf: asOf).map(\.rule.name))
  }

  private func diagnostics(_ texts: KeyValuePairs<String, String>, asOf: String = "2026-06-30") async throws -> [Diagnostic] {
    let files = try texts.map { SourceFile(path: try #require(SourcePath($0.key)), bytes: Array($0.value.utf8)) }
    let rules = Rules.all.filter { [.completeness, .applicability, .prose].contains($0.family) }
    return try await analyse(
      SourceTree(files: files, attachments: []), catalogues: ["iso42001"],
      asOf: try #require(CivilDate(asOf)), rules: rules
    ).reported(by: rules)
  }
}
