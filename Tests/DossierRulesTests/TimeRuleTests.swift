import DossierAnalysis
import DossierRecords
import DossierRules
import DossierTesting
import DossierText
import Testing

/// Cases of the traceability, approval and currency rules beyond their examples.
@Suite struct TimeRuleTests {
  @Test func `a system refused for operation can stay in deployment`() async throws {
    func files(_ lifecycle: String) -> [String: String] {
      [
        "system.yaml": """
        kind: ai-system
        records:
          - {id: AIS-001, title: s, purpose: p, owner: ROL-001, role: [deployer], lifecycle: \(lifecycle), risk_class: minimal}
        """,
        "gates.yaml": """
        kind: lifecycle-gate
        records:
          - {id: GTE-001, title: d, system: AIS-001, stage: deployment, date: 2026-02-03, decision: go}
          - {id: GTE-002, title: o, system: AIS-001, stage: operation, date: 2026-05-05, decision: no-go}
        """,
      ]
    }
    #expect(try await reported("gate-refused", files("deployment")).isEmpty)
    #expect(try await reported("gate-refused", files("operation")).count == 1)
  }

  @Test(arguments: [
    ("[MDL-001]", "DTS-002, on which its model MDL-001 was trained", 1),
    ("[MDL-001, MDL-002]", "DTS-002 (MDL-001 and MDL-002) and DTS-003 (MDL-002), on which its models were trained", 2),
    ("[MDL-003, MDL-001]", "DTS-002, on which its model MDL-001 was trained", 1),
  ])
  func `each unlisted data set is reported with its models`(_ models: String, _ words: String, _ labels: Int) async throws {
    let model = "title: m, version: '1', origin: internal, training:"
    let found = try await reported(
      "training-data-unlisted",
      [
        "s.yaml": """
        kind: ai-system
        records:
          - {id: AIS-001, title: s, purpose: p, owner: ROL-001, role: [developer], lifecycle: design, risk_class: minimal, models: \(models), training_data: [DTS-001]}
        """,
        "m.yaml": """
        kind: model
        records:
          - {id: MDL-001, \(model) {data: [DTS-001, DTS-002]}}
          - {id: MDL-002, \(model) {data: [DTS-003, DTS-002]}}
          - {id: MDL-003, \(model) {data: [DTS-001]}}
        """,
        "d.yaml": """
        kind: dataset
        records:
          - {id: DTS-001, title: a, source: s, rights: {licence: l}}
          - {id: DTS-002, title: b, source: s, rights: {licence: l}}
          - {id: DTS-003, title: c, source: s, rights: {licence: l}}
        """,
      ])
    #expect(found.map(\.headline) == ["AI system AIS-001 does not list \(words)"])
    #expect(found.first?.others.count == labels)
  }

  @Test func `an accepted decision can explain why an incident needs no action`() async throws {
    let incident = """
      kind: incident
      records:
        - {id: INC-001, title: t, systems: [AIS-001], severity: high, detected: 2026-04-02T10:00Z, resolved: 2026-04-03T10:00Z}
      """
    func decision(_ status: String) -> String {
      "---\nkind: decision\nid: DEC-001\ntitle: t\nstatus: \(status)\n---\nNothing is changed after [[INC-001]].\n"
    }
    #expect(try await reported("incident-without-action", ["i.yaml": incident]).count == 1)
    #expect(try await reported("incident-without-action", ["i.yaml": incident, "d.md": decision("rejected")]).count == 1)
    #expect(try await reported("incident-without-action", ["i.yaml": incident, "d.md": decision("accepted")]).isEmpty)
  }

  @Test func `every kind of trigger makes an assessment outdated`() async throws {
    let sources = [
      "change": "kind: change\nrecords:\n  - {id: CHG-001, title: t, what: use-case, date: 2026-04-02, systems: [AIS-001]}",
      "incident":
        "kind: incident\nrecords:\n  - {id: INC-001, title: t, severity: high, detected: 2026-04-02T10:00Z, systems: [AIS-001]}",
      "model": """
      kind: model
      records:
        - {id: MDL-001, title: t, version: "2", origin: internal, approvals: [{by: ROL-001, date: 2026-04-02}]}
      """,
      "data set": """
      kind: dataset
      records:
        - {id: DTS-001, title: t, source: s, rights: {licence: own}, approvals: [{by: ROL-001, date: 2026-04-02}]}
      """,
    ]
    for (name, source) in sources {
      let reported = try await outdated(["other.yaml": source])
      #expect(
        reported.count == 1 && reported.first?.others.first?.path.description == "other.yaml",
        "\(name): \(reported.map(\.headline))")
      #expect(reported.first?.headline.contains("2026-04-02") == true, "\(name)")
    }
    #expect(try await outdated([:], system: "last_change: {date: 2026-04-02, what: data}").count == 1)
    #expect(try await outdated([:], system: "regulations: [\"eu-ai-act:Art. 4\"]", made: "2025-01-08").count == 1)
    #expect(try await outdated([:], system: "regulations: [\"eu-ai-act:Art. 4\"]").isEmpty)
  }

  @Test func `the application date of the listed case of a law counts`() async throws {
    let regulations = "regulations: [\"eu-ai-act:Art. 14\", \"eu-ai-act:Annex III\"]"
    #expect(try await outdated([:], system: regulations, made: "2026-09-08", asOf: "2027-11-30").isEmpty)
    let reported = try await outdated([:], system: regulations, made: "2026-09-08", asOf: "2027-12-02")
    #expect(reported.first?.headline.contains("in application since 2027-12-02") == true)
  }

  @Test func `a change that is recorded twice counts once`() async throws {
    let change = "kind: change\nrecords:\n  - {id: CHG-001, title: t, what: dataset, date: 2026-04-02, systems: [AIS-001]}"
    let reported = try await outdated(["other.yaml": change], system: "last_change: {date: 2026-04-02, what: data}")
    #expect(reported.map(\.others.count) == [1])
    #expect(reported.first?.headline.contains("later event") == false)
  }

  @Test func `an assessment for a change can be made up to a month before it`() async throws {
    let change =
      "kind: change\nrecords:\n  - {id: CHG-001, title: t, what: model, date: 2026-04-02, systems: [AIS-001], assessed_in: [AIA-001]}"
    #expect(try await outdated(["other.yaml": change], made: "2026-03-20").isEmpty)
    #expect(try await outdated(["other.yaml": change], made: "2026-01-20").count == 1)
  }

  @Test func `an event after the as-of date requires no assessment`() async throws {
    let change = "kind: change\nrecords:\n  - {id: CHG-001, title: t, what: model, date: 2026-08-02, systems: [AIS-001]}"
    #expect(try await outdated(["other.yaml": change]).isEmpty)
    #expect(try await outdated(["other.yaml": change], asOf: "2026-08-02").count == 1)
    let draft =
      "kind: change\nrecords:\n  - {id: CHG-001, title: t, status: draft, what: model, date: 2026-04-02, systems: [AIS-001]}"
    #expect(try await outdated(["other.yaml": draft]).isEmpty)
  }

  @Test func `a review of the assessment after the change is enough`() async throws {
    let change = "kind: change\nrecords:\n  - {id: CHG-001, title: t, what: model, date: 2026-04-02, systems: [AIS-001]}"
    #expect(try await outdated(["other.yaml": change], assessment: "reviewed: 2026-04-20").isEmpty)
    // On an as-of date before that review, the assessment is outdated.
    #expect(try await outdated(["other.yaml": change], assessment: "reviewed: 2026-04-20", asOf: "2026-04-10").count == 1)
  }

  @Test func `a deputy may approve what the role may approve`() async throws {
    let policy =
      "kind: policy\nrecords:\n  - {id: POL-001, title: t, effective: 2026-05-15, approvals: [{by: ROL-002, date: 2026-05-14}]}"
    func roles(_ deputies: String) -> String {
      """
      kind: role
      records:
        - {id: ROL-001, title: a, accountable_for: [x], approves: [policy], deputies: [\(deputies)]}
        - {id: ROL-002, title: b, accountable_for: [x]}
      """
    }
    #expect(try await reported("approver-without-authority", ["p.yaml": policy, "r.yaml": roles("")]).count == 1)
    #expect(try await reported("approver-without-authority", ["p.yaml": policy, "r.yaml": roles("ROL-002")]).isEmpty)
  }

  @Test func `the authority to sign a gate is evaluated on the day of the gate`() async throws {
    func files(_ board: String, _ deputies: String = "") -> [String: String] {
      [
        "gates.yaml": """
        kind: lifecycle-gate
        records:
          - {id: GTE-001, title: g, system: AIS-001, stage: operation, date: 2026-05-14, decision: go, approved_by: ROL-001}
        """,
        "roles.yaml": """
        kind: role
        records:
          - {id: ROL-001, title: a, accountable_for: [x], \(board)}
          - {id: ROL-002, title: b, accountable_for: [x]}
          - {id: ROL-003, title: c, accountable_for: [x], approves: [lifecycle-gate], deputies: [\(deputies)], retired: 2026-04-01}
        """,
        "systems.yaml": """
        kind: ai-system
        records:
          - {id: AIS-001, title: s, purpose: p, owner: ROL-002, role: [deployer], lifecycle: operation, risk_class: high}
        """,
      ]
    }
    let rule = "gate-signed-by-other"
    #expect(try await reported(rule, files("approves: [lifecycle-gate]")).isEmpty)
    // The role was retired after the gate, and no effective role lists `lifecycle-gate`.
    #expect(try await reported(rule, files("approves: [lifecycle-gate], retired: 2026-06-01")).isEmpty)
    #expect(try await reported(rule, files("approves: [policy], retired: 2026-06-01")).count == 1)
    // The represented role was retired before the gate.
    #expect(try await reported(rule, files("approves: [policy]", "ROL-001")).count == 1)
  }

  @Test func `a role that is not effective is not reported as a role without authority`() async throws {
    let files = [
      "documents.yaml": """
      kind: document
      records:
        - {id: DOC-001, title: t, type: procedure, owner: ROL-002, approvals: [{by: ROL-001, date: 2026-05-14}]}
        - {id: DOC-002, title: t, type: procedure, owner: ROL-002, status: draft, approvals: [{by: ROL-001, date: 2026-05-14}]}
        - {id: DOC-003, title: t, type: procedure, owner: ROL-002, approvals: [{by: ROL-004, date: 2026-05-14}]}
      """,
      "changes.yaml": """
      kind: change
      records:
        - {id: CHG-001, title: t, what: model, date: 2026-05-14, reason: r, approved_by: ROL-001}
      """,
      "roles.yaml": """
      kind: role
      records:
        - {id: ROL-001, title: a, status: draft, accountable_for: [x], approves: [document, change]}
        - {id: ROL-002, title: b, accountable_for: [x], approves: [document]}
        - {id: ROL-003, title: c, accountable_for: [x], approves: [document]}
        - {id: ROL-004, title: d, accountable_for: [x], approves: [change]}
      """,
    ]
    #expect(try await reported("approval-lapsed", files).map(\.headline).contains { $0.contains("DOC-001") })
    let authority = try await reported("approver-without-authority", files)
    #expect(
      authority.map(\.headline) == [
        "change CHG-001 was approved by ROL-001, which is not effective",
        "document DOC-002 was approved by ROL-001, which is not effective",
        "document DOC-003 was approved by ROL-004, which may not approve records of this kind",
      ])
    // The advice leaves out ROL-002, the owner.
    #expect(authority.last?.help == "have it approved by ROL-003")
  }

  @Test func `an approval that is not effective is not a second check`() async throws {
    func files(_ board: String) -> [String: String] {
      [
        "documents.yaml": """
        kind: document
        records:
          - id: DOC-001
            title: t
            type: procedure
            owner: ROL-002
            approvals: [{by: ROL-001, date: 2026-05-14}, {by: ROL-002, date: 2026-05-15}]
        """,
        "roles.yaml": """
        kind: role
        records:
          - {id: ROL-001, title: a, status: \(board), accountable_for: [x], approves: [document]}
          - {id: ROL-002, title: b, accountable_for: [x], approves: [document]}
        """,
      ]
    }
    #expect(try await reported("approver-is-owner", files("active")).isEmpty)
    #expect(
      try await reported("approver-is-owner", files("draft")).map(\.headline) == [
        "document DOC-001 has an effective approval only by its own owner"
      ])
  }

  @Test func `a role may accept up to its limit`() async throws {
    func files(_ limit: String) -> [String: String] {
      [
        "r.yaml": "kind: role\nrecords:\n  - {id: ROL-001, title: a, accountable_for: [x], approves: [\"risk: \(limit)\"]}",
        "k.yaml": """
        kind: risk
        records:
          - id: RSK-001
            title: t
            systems: [AIS-001]
            category: privacy
            inherent: {likelihood: 4, impact: 4}
            treatment: mitigate
            residual: {likelihood: 2, impact: 4}
            acceptance: {by: ROL-001, date: 2026-05-04, rationale: r}
        """,
        "dossier.yaml": "organisation: o\nrisk: {acceptable: 6, tolerable: 12}",
      ]
    }
    #expect(try await reported("acceptance-without-authority", files("residual up to 12")).isEmpty)
    #expect(try await reported("acceptance-without-authority", files("residual up to 8")).isEmpty)
    #expect(try await reported("acceptance-without-authority", files("residual up to 7")).count == 1)
    // If it is unclear which number is the limit, the role has no authority.
    for limit in [
      "residual up to 8 (board minutes of 2026)", "as of 2026", "residual up to 99999999999999999999", "what it likes",
    ] {
      #expect(try await reported("acceptance-without-authority", files(limit)).count == 1, "\(limit)")
    }
  }

  @Test func `breaches are evaluated for each group`() async throws {
    let metric = """
      kind: metric
      records:
        - id: MTR-001
          title: t
          unit: ratio
          source: {file: m.csv}
          group_column: group
          threshold: {fail: 0.85, direction: higher-is-better}
      """
    let good = "date,group,value\n2026-04-30,a,0.90\n2026-04-30,b,0.91\n2026-05-31,a,0.86\n2026-05-31,b,0.97"
    #expect(try await reported("metric-in-breach", ["m.yaml": metric, "m.csv": good]).isEmpty)
    let bad = try await reported("metric-in-breach", ["m.yaml": metric, "m.csv": good.replacing("a,0.86", with: "a,0.85")])
    #expect(bad.map { $0.headline.contains("0.85 for a on 2026-05-31") } == [true])
  }

  @Test func `an empty folder is not checked as a management system`() async throws {
    #expect(try await reported(nil, ["dossier.yaml": "organisation: o"]).isEmpty)
    #expect(try await reported(nil, ["index.md": "# Page"]).isEmpty)
  }

  private func outdated(
    _ files: [String: String], system: String = "tags: []", made: String = "2026-01-08", assessment: String = "tags: []",
    asOf: String = "2026-06-30"
  ) async throws -> [Diagnostic] {
    var files = files
    files["systems.yaml"] = """
      kind: ai-system
      records:
        - id: AIS-001
          title: s
          purpose: p
          owner: ROL-001
          role: [deployer]
          lifecycle: operation
          risk_class: high
          models: [MDL-001]
          training_data: [DTS-001]
          \(system)
      """
    files["assessments.yaml"] =
      "kind: impact-assessment\nrecords:\n  - {id: AIA-001, title: a, system: AIS-001, date: \(made), assessor: ROL-001, \(assessment)}"
    return try await reported("assessment-outdated", files, asOf: asOf)
  }

  /// The diagnostics of one rule, or of all traceability, approval and currency rules.
  private func reported(_ rule: String?, _ files: [String: String], asOf: String = "2026-06-30") async throws -> [Diagnostic] {
    var sources: [SourceFile] = []
    var attachments: [SourceTree.Attachment] = []
    for (name, text) in files {
      let path = try #require(SourcePath(name))
      let bytes = Array(text.utf8)
      if path.fileExtension == "csv" {
        attachments.append(.init(path: path, size: bytes.count, digest: Digest(of: bytes), bytes: bytes))
      } else {
        sources.append(SourceFile(path: path, bytes: bytes))
      }
    }
    let families: [Rule.Family] = [.traceability, .approval, .currency]
    let rules = Rules.all.filter { rule == nil ? families.contains($0.family) : $0.id.name == rule }
    let day = try #require(CivilDate(asOf))
    return try await analyse(
      SourceTree(files: sources, attachments: attachments), asOf: day, rules: rules
    ).reported(by: rules).sorted()
  }
}
