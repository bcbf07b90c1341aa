import DossierAnalysis
import DossierRules
import DossierTesting
import DossierText
import Testing

/// Warning limits of metrics and scores of acceptances.
@Suite struct LimitRuleTests {
  private func headlines(_ rule: String, _ files: [String: String]) async throws -> [String] {
    var sources: [SourceFile] = []
    var attachments: [SourceTree.Attachment] = []
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      let path = try #require(SourcePath(name))
      let bytes = Array(text.utf8)
      if name.hasSuffix(".yaml") {
        sources.append(SourceFile(path: path, bytes: bytes))
      } else {
        attachments.append(.init(path: path, size: bytes.count, digest: Digest(of: bytes), bytes: bytes))
      }
    }
    let rules = [try #require(Rules.rule(rule))]
    let analysis = try await analyse(
      SourceTree(files: sources, attachments: attachments), catalogues: ["iso42001"],
      asOf: try #require(CivilDate("2026-06-30")), rules: rules)
    return analysis.reported(by: rules).map(\.headline)
  }

  private func metric(_ readings: String, _ more: [String: String] = [:]) -> [String: String] {
    more.merging([
      "m.yaml": """
      kind: metric
      records:
        - id: MTR-001
          title: t
          unit: ratio
          source: {file: m.csv}
          group_column: group
          threshold: {warn: 0.90, fail: 0.85, direction: higher-is-better}
          systems: [AIS-001]
      """,
      "m.csv": "date,group,value\n\(readings)",
    ]) { first, _ in first }
  }

  @Test func `a reading of one group that reaches the warning limit is reported with its date`() async throws {
    let said = try await headlines("metric-at-warning", metric("2026-04-30,a,0.95\n2026-05-31,a,0.871\n2026-05-31,b,0.97"))
    #expect(said.map { $0.contains("for a, 0.871 on 2026-05-31, reaches the warning limit of 0.90") } == [true])
    #expect(said.map { $0.contains("since 2026-04-30") } == [true])
  }

  @Test func `a reading within the limit, and one at the failure limit, is not at warning`() async throws {
    #expect(try await headlines("metric-at-warning", metric("2026-05-31,a,0.91")).isEmpty)
    #expect(try await headlines("metric-at-warning", metric("2026-05-31,a,0.85")).isEmpty)
    #expect(try await headlines("metric-in-breach", metric("2026-05-31,a,0.85")).count == 1)
    #expect(try await headlines("metric-in-breach", metric("2026-05-31,a,0.871")).isEmpty)
  }

  @Test func `a reaction since the last good reading answers a reading at the warning limit`() async throws {
    func change(_ date: String) -> [String: String] {
      ["c.yaml": "kind: change\nrecords:\n  - {id: CHG-001, title: t, date: \(date), what: model, systems: [AIS-001], reason: r}"]
    }
    let system =
      "kind: ai-system\nrecords:\n  - {id: AIS-001, title: s, purpose: p, owner: ROL-001, role: [deployer], lifecycle: operation, risk_class: high}"
    let readings = "2026-04-30,a,0.95\n2026-05-31,a,0.87"
    #expect(
      try await headlines("metric-at-warning", metric(readings, change("2026-06-10").merging(["s.yaml": system]) { a, _ in a }))
        .isEmpty
    )
    #expect(
      try await headlines("metric-at-warning", metric(readings, change("2026-04-10").merging(["s.yaml": system]) { a, _ in a }))
        .count
        == 1)
  }

  private func risk(_ acceptance: String, likelihood: Int = 3) -> [String: String] {
    [
      "dossier.yaml": "organisation: o\nrisk: {acceptable: 6, tolerable: 12}",
      "r.yaml": """
      kind: risk
      records:
        - id: RSK-001
          title: t
          systems: [AIS-001]
          category: privacy
          inherent: {likelihood: 5, impact: 4}
          treatment: mitigate
          residual: {likelihood: \(likelihood), impact: 4}
          acceptance: {by: ROL-001, date: 2026-05-04, rationale: r\(acceptance)}
      """,
    ]
  }

  @Test func `an acceptance of a lower score no longer covers the risk`() async throws {
    #expect(
      try await headlines("acceptance-outgrown", risk(", score: 9")) == [
        "ROL-001 accepted risk RSK-001 at a score of 9, but the risk now has the score 12"
      ])
    #expect(try await headlines("acceptance-outgrown", risk(", score: 12")).isEmpty)
    #expect(try await headlines("acceptance-outgrown", risk(", score: 16")).isEmpty)
    #expect(try await headlines("acceptance-outgrown", risk("")).isEmpty)
    // An acceptance that has expired is reported by its own rule.
    #expect(try await headlines("acceptance-outgrown", risk(", score: 9, until: 2026-06-01")).isEmpty)
  }

  @Test func `an acceptance above the acceptable score must state its score`() async throws {
    #expect(try await headlines("acceptance-without-score", risk("")).count == 1)
    #expect(try await headlines("acceptance-without-score", risk(", score: 12")).isEmpty)
    #expect(try await headlines("acceptance-without-score", risk("", likelihood: 1)).isEmpty)
  }
}
