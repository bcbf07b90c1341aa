import DossierAnalysis
import DossierRecords
import DossierRules
import DossierTesting
import DossierText
import Testing

/// Cases of the reference rules beyond their examples.
@Suite struct ReferenceRuleTests {
  @Test func `the number of an objective is explained`() async throws {
    let reported = try await diagnostics(["index.md": "See [[A.2.1]] and [[A.6.1.1]]."])
    #expect(reported.map(\.rule.name) == ["unknown-item", "unknown-item"])
    #expect(reported.first?.primary.text.hasPrefix("A.2.1 is the number of the objective A.2") == true)
    #expect(reported.first?.help?.contains("A.2.2 (AI policy)") == true)
    #expect(reported.last?.help?.contains("A.6.1.2") == true)
  }

  @Test func `an item is suggested with its title`() async throws {
    let reported = try await diagnostics(["index.md": "See [[eu-ai-act:Art. 140]]."])
    #expect(reported.map(\.rule.name) == ["unknown-item"])
    #expect(reported.first?.primary.text.hasPrefix("did you mean Art. ") == true)
    #expect(reported.first?.primary.span.count == "Art. 140".utf8.count)
  }

  @Test func `help says to list a catalogue that is not listed`() async throws {
    let reported = try await diagnostics(["index.md": "See [[eu-ai-act:Art. 14]]."], catalogues: ["iso42001"])
    #expect(reported.map(\.rule.name) == ["unknown-catalogue"])
    #expect(reported.first?.help == "add `eu-ai-act` to `catalogues` in `dossier.yaml`")
  }

  @Test func `a cycle is reported once at its smallest id with the others as labels`() async throws {
    let reported = try await diagnostics([
      "decisions.yaml": """
      kind: decision
      records:
        - {id: DEC-003, title: c, supersedes: DEC-001}
        - {id: DEC-002, title: b, supersedes: DEC-003}
        - {id: DEC-001, title: a, supersedes: DEC-002}
        - {id: DEC-010, title: leads into it, supersedes: DEC-003}
      """
    ])
    #expect(reported.map(\.rule.name) == ["reference-cycle"])
    #expect(reported.first?.headline == "`supersedes` forms a cycle: DEC-001 → DEC-002 → DEC-003 → DEC-001")
    #expect(reported.first?.others.count == 2)
  }

  @Test func `a long chain of supersessions is not a cycle`() async throws {
    let records = (1...3000).map { "  - {id: DEC-\($0), title: t\($0 > 1 ? ", supersedes: DEC-\($0 - 1)" : "")}" }
    let reported = try await diagnostics(["decisions.yaml": "kind: decision\nrecords:\n" + records.joined(separator: "\n")])
    #expect(reported.isEmpty)
  }

  @Test func `the same target in two mappings of a list is not a duplicate`() async throws {
    let reported = try await diagnostics([
      "suppliers.yaml": """
      kind: supplier
      records:
        - id: SUP-001
          title: Answerworks
          service: a language model
          responsibilities:
            - {control: A.10.3, party: ours}
            - {control: A.10.3, party: theirs}
      """,
      "concerns.yaml": "kind: concern\nrecords:\n  - {id: CNC-001, title: t, raised: 2026-05-04, about: [SUP-001]}",
    ])
    #expect(reported.isEmpty)
  }

  @Test func `a draft does not supersede a record`() async throws {
    let reported = try await diagnostics([
      "documents.yaml": "kind: document\nrecords:\n  - {id: DOC-001, title: t, owner: ROL-001}",
      "roles.yaml": """
      kind: role
      records:
        - {id: ROL-001, title: a, accountable_for: [x]}
        - {id: ROL-002, title: b, accountable_for: [x], supersedes: ROL-001, status: draft}
      """,
    ])
    #expect(reported.isEmpty)
  }

  @Test func `records of past events can refer to retired records`() async throws {
    let reported = try await diagnostics([
      "concerns.yaml": "kind: concern\nrecords:\n  - {id: CNC-001, title: t, raised: 2026-05-04, handled_by: ROL-001}",
      "documents.yaml": """
      kind: document
      records:
        - id: DOC-001
          title: t
          approvals: [{by: ROL-001, date: 2025-05-04}]
      """,
      "roles.yaml": "kind: role\nrecords:\n  - {id: ROL-001, title: a, accountable_for: [x], retired: 2026-05-31}",
    ])
    #expect(reported.isEmpty)
  }

  @Test func `a moved file is found by its name`() async throws {
    let reported = try await diagnostics(["index.md": "See [it](old/rules.md#rules).", "handbook/rules.md": "# Rules"])
    #expect(reported.map(\.rule.name) == ["dead-link"])
    #expect(reported.first?.fixes.map(\.replacement) == ["handbook/rules.md"])
    #expect(reported.first?.primary.span.count == "old/rules.md".utf8.count)
  }

  @Test func `no file is suggested if several have the name`() async throws {
    let reported = try await diagnostics(["index.md": "See [it](c/rules.md).", "a/rules.md": "# A", "b/rules.md": "# B"])
    #expect(reported.map(\.rule.name) == ["dead-link"])
    #expect(reported.first?.fixes.isEmpty == true)
  }

  @Test(arguments: ["rules.md/", "rules.md/#rules"])
  func `a link to a file as a folder is explained`(_ link: String) async throws {
    let reported = try await diagnostics(["index.md": "See [it](\(link)).", "rules.md": "# Rules"])
    #expect(reported.map(\.headline) == ["index.md links to `rules.md/`, but `rules.md` is a file, not a folder"])
    #expect(reported.first?.help == "remove the `/` at the end of the path")
    #expect(reported.first?.fixes.map(\.replacement) == ["rules.md"])
    #expect(try await diagnostics(["index.md": "See [it](text).", "text/rules.md": "# Rules"]).isEmpty)
  }

  @Test(arguments: [("files", true), ("files/2026", true), ("files/2027", false)])
  func `a folder in a field for a file is explained`(_ path: String, _ isFolder: Bool) async throws {
    let reported = try await diagnostics([
      "evidence.yaml": """
      kind: evidence
      records:
        - {id: EVD-001, title: t, controls: [A.6.2.4], collected: 2026-05-04, collected_by: ROL-001, file: \(path)}
      """,
      "roles.yaml": "kind: role\nrecords:\n  - {id: ROL-001, title: a, accountable_for: [x]}",
      "files/2026/report.md": "# Report",
    ])
    #expect(
      reported.map(\.headline) == [
        isFolder
          ? "evidence EVD-001 refers to `\(path)`, which is a folder, not a file"
          : "evidence EVD-001 refers to the file `\(path)`, which does not exist"
      ])
  }

  @Test func `a suggested link is encoded as a link`() async throws {
    let reported = try await diagnostics(["index.md": "See [it](the-rules-(new).md).", "b/the-rules-(new).md": "# B"])
    #expect(reported.first?.fixes.map(\.replacement) == ["b/the-rules-%28new%29.md"])
  }

  @Test func `a heading anchor in the form of another host is recognised`() async throws {
    let reported = try await diagnostics(["index.md": "See [it](#7.12-Password-Management).\n\n# 7.12 Password management"])
    #expect(reported.map(\.rule.name) == ["dead-anchor"])
    #expect(reported.first?.fixes.map(\.replacement) == ["712-password-management"])
  }

  @Test func `a missing heading is reported with its page`() async throws {
    let reported = try await diagnostics(["a.md": "[x](b.md#nope) [y](#none)", "b.md": "# B"])
    #expect(
      reported.map(\.headline) == [
        "a.md links to the heading `nope`, which b.md does not contain", "a.md links to the heading `none`, which does not exist",
      ])
  }

  @Test(arguments: [
    ("[x](caf\u{E9}.md)", "The link has composed letters (NFC); the name writes accents as separate characters (NFD)."),
    ("[x](b.md#gear)", "Only the name contains the invisible character U+FE0F."),
  ])
  func `an invisible difference is named`(text: String, sentence: String) async throws {
    let reported = try await diagnostics(["a.md": text, "cafe\u{301}.md": "# C", "b.md": "# Gear\u{FE0F}"])
    #expect(reported.first?.primary.text.hasSuffix(sentence) == true, "\(reported)")
  }

  @Test(arguments: ["/docs/b.md", "/docs/b.md#b", "/docs/", "/docs/sub/c.png"])
  func `a link from the root resolves in the workspace`(link: String) async throws {
    let reported = try await diagnostics(["docs/a.md": "[x](\(link))", "docs/b.md": "# B", "docs/sub/c.png": ""])
    #expect(reported.isEmpty, "\(reported)")
  }

  @Test func `links from the root start at the configured folder`() async throws {
    let files: KeyValuePairs = [
      "dossier.yaml": "organisation: Q\nlink_root: site/docs", "site/docs/a.md": "[x](/b.md) [y](/site/docs/b.md) [z](/c.md)",
      "site/docs/b.md": "# B",
    ]
    let reported = try await diagnostics(files)
    #expect(reported.map(\.rule.name) == ["absolute-link"])
    #expect(reported.first?.headline.contains("`/c.md`") == true)
  }

  @Test(arguments: [
    "[[policy]]", "[[Policy]]", "[[policy|our policy]]", "[[docs/policy#scope]]", "[[policy.md#Scope]]", "[[a word]]",
  ])
  func `a reference by the name of a page resolves in a folder of pages`(text: String) async throws {
    #expect(try await diagnostics(["a.md": text, "docs/policy.md": "# Policy\n\n## Scope"]).isEmpty)
  }

  @Test func `a page comes before a short name of an annex`() async throws {
    #expect(try await diagnostics(["a.md": "See [[b]].", "b.md": "# B"]).isEmpty)
    #expect(try await diagnostics(["a.md": "See [[RSK-001]].", "b.md": "# B"]).map(\.rule.name) == ["unknown-record"])
  }

  @Test(arguments: [
    "#references", "#contents", "#source", "#text", "#fields", "#one", "#two", "#area", "#page-area", "#user-content-one", "#top",
  ])
  func `headings keep their ids and ids in HTML are targets`(link: String) async throws {
    let text = """
      # Page {#area}

      [x](\(link)) <a name="one"></a> <span id="two">t</span>

      ## References

      ## Contents

      ## Source

      ## Text

      ## Fields
      """
    let reported = try await diagnostics(["a.md": text])
    #expect(reported.filter { $0.rule.name == "dead-anchor" }.isEmpty)
  }

  @Test func `a retired model is not an orphan`() async throws {
    let model = "id: MDL-001, title: m, origin: internal, version: \"1.0\""
    #expect(try await diagnostics(["models.yaml": "kind: model\nrecords:\n  - {\(model), state: retired}"]).isEmpty)
    #expect(try await diagnostics(["models.yaml": "kind: model\nrecords:\n  - {\(model)}"]).map(\.rule.name) == ["orphan-record"])
  }

  private func diagnostics(
    _ texts: KeyValuePairs<String, String>, catalogues: [String] = ["iso42001", "eu-ai-act"]
  ) async throws -> [Diagnostic] {
    let files = try texts.map { SourceFile(path: try #require(SourcePath($0.key)), bytes: Array($0.value.utf8)) }
    let asOf = try #require(CivilDate("2026-06-30"))
    // The records here are incomplete, so only format and reference rules are run.
    let rules = Rules.all.filter { $0.family == .format || $0.family == .references }
    return try await analyse(
      SourceTree(files: files, attachments: []), catalogues: catalogues, asOf: asOf, rules: rules
    ).diagnostics.withoutMissingConfiguration
  }
}
