import DossierAnalysis
import DossierRecords
import DossierRules
import DossierTesting
import DossierText
import Testing

/// Rules that apply to a record because of a trait of its kind.
@Suite struct KindTraitRuleTests {
  /// One rule, and a record that it reports, or does not report, because of one trait.
  struct Case: CustomTestStringConvertible {
    let rule: String
    let trait: KindTraits.Flag
    /// A built-in kind with the trait.
    let kind: String
    /// The lines of the record below its id and title.
    let lines: [String]
    var text = ""
    /// The fields of the declared kind, by name and type.
    let fields: KeyValuePairs<String, String>
    /// Whether the rule reports something if the kind has the trait.
    let reports: Bool

    var testDescription: String { "\(rule): \(trait.rawValue)" }
  }

  private static let cases: [Case] = [
    Case(
      rule: "orphan-record", trait: .mustBeReferenced, kind: "supplier", lines: ["service: s"], fields: ["service": "text"],
      reports: true),
    Case(
      rule: "approver-is-owner", trait: .needsIndependentApproval, kind: "document",
      lines: ["owner: ROL-001", "approvals: [{by: ROL-001, date: 2026-05-14}]"], fields: ["type": "text"], reports: true),
    Case(
      rule: "reviewer-uninformed", trait: .followUp, kind: "concern", lines: ["raised: 2026-04-15", "about: [OVS-001]"],
      fields: ["raised": "date", "about": "list of record"], reports: false),
    Case(
      rule: "excluded-control-in-use", trait: .reliesOnControls, kind: "ai-system",
      lines: [
        "owner: ROL-001", "purpose: p", "role: [deployer]", "lifecycle: operation", "risk_class: minimal", "controls: [A.6.2.5]",
      ],
      fields: [
        "purpose": "text", "role": "list of text", "lifecycle": "text", "risk_class": "text", "controls": "list of item",
      ], reports: true),
    Case(
      rule: "control-without-measure", trait: .controlledDocument, kind: "document", lines: ["implements: [A.6.2.4]"],
      fields: ["implements": "list of item"], reports: false),
    Case(
      rule: "document-uncontrolled", trait: .controlledDocument, kind: "document", lines: [], fields: ["type": "text"],
      reports: true),
    Case(
      rule: "text-missing", trait: .controlledDocument, kind: "document", lines: [], fields: ["type": "text"], reports: true),
    Case(
      rule: "vague-commitment", trait: .controlledDocument, kind: "document", lines: [],
      text: "Answers must be sampled as appropriate.", fields: ["type": "text"], reports: true),
    Case(
      rule: "procedures-missing", trait: .controlledDocument, kind: "document",
      lines: ["implements: [\"6.1.2\", \"6.1.4\", \"9.1\", \"9.2.2\", \"10.2\", A.7.2]"], text: "By the five steps below.",
      fields: ["implements": "list of item"], reports: false),
  ]

  /// Records that the cases refer to.
  private static let others = [
    "ovs-001.md": """
    ---
    kind: oversight-event
    id: OVS-001
    title: A refusal kept
    system: AIS-001
    date: 2026-04-14
    reviewer: ROL-001
    had_time: false
    ---
    """,
    "roles.yaml": "kind: role\nrecords:\n  - {id: ROL-001, title: r, accountable_for: [a]}\n",
    "soa.yaml": """
    kind: control-implementation
    records:
      - {id: SOA-001, title: t, control: A.6.2.4, applicable: true, justification: j, implementation: implemented}
      - {id: SOA-002, title: t, control: A.6.2.5, applicable: false, justification: j, implementation: not-started}
    """,
  ]

  /// Whether the rule reports something if the record is of the kind.
  private func reports(_ test: Case, kind: String, declared: String = "") async throws -> Bool {
    var files = Self.others
    files["dossier.yaml"] = "organisation: o\n" + declared
    files["thing.md"] =
      (["---", "kind: \(kind)", "id: THG-001", "title: t"] + test.lines + ["---", test.text]).joined(separator: "\n")
    let tree = SourceTree(
      files: try files.map { SourceFile(path: try #require(SourcePath($0.key)), bytes: Array($0.value.utf8)) }
        .sorted { $0.path < $1.path }, attachments: [])
    let asOf = try #require(CivilDate("2026-06-30"))
    let reading = try await analyse(tree, asOf: asOf, rules: []).reported()
    #expect(reading.isEmpty, "\(reading.map(\.headline))")
    return try await analyse(tree, asOf: asOf).reported(by: Rules.all).contains { $0.rule.name == test.rule }
  }

  private func declaration(_ test: Case, traits: [KindTraits.Flag]) -> String {
    let fields = test.fields.map { "      - {name: \($0.key), type: \($0.value), meaning: m}\n" }.joined()
    return "kinds:\n  - name: thing\n    prefix: THG\n    meaning: m\n"
      + "    traits: [\(traits.map(\.rawValue).joined(separator: ", "))]\n    fields:\n\(fields)"
  }

  @Test(arguments: cases)
  func `a declared kind with a trait is treated as a built-in kind with it`(test: Case) async throws {
    let builtIn = try #require(RecordKind.all.first { $0.name == test.kind })
    #expect(builtIn.traits.flags.contains(test.trait))
    #expect(try await reports(test, kind: test.kind) == test.reports)
    #expect(try await reports(test, kind: "thing", declared: declaration(test, traits: [test.trait])) == test.reports)
    // The trait and nothing else decides.
    let others = KindTraits.Flag.allCases.filter { $0 != test.trait }
    #expect(try await reports(test, kind: "thing", declared: declaration(test, traits: others)) != test.reports)
  }
}
