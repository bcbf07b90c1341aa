import DossierAnalysis
import DossierRecords
import DossierRules
import DossierTesting
import DossierText
import Testing

/// Which text is a citation, and what is reported about it.
@Suite struct CitationRuleTests {
  /// Texts, and the ids in them that are reported as unknown.
  static let unknown: [(String, [String])] = [
    ("Annex A control A.2.1 asks for it.", ["A.2.1"]),
    ("ISO/IEC 42001 clause 8.5 and clause 9.4.", ["8.5", "9.4"]),
    ("ISO 42001 clauses 8.4, 8.5 and 9.4", ["8.5", "9.4"]),
    ("Clause 8.5 of ISO/IEC 42001:2023", ["8.5"]),
    ("As ISO/IEC 42001 §8.5 says", ["8.5"]),
    ("See ISO 42001:2023 8.5.", ["8.5"]),
    ("**ISO 42001**\n\n- ✅ **Clause 8.5:** done", ["8.5"]),
    ("# ISO/IEC 42001\n\nIt is in *clause\n9.4*.", ["9.4"]),
    ("| ISO 42001 | Where |\n|---|---|\n| Clause 8.5 | here |\n| Clause 8.4 | there |", ["8.5"]),
    ("ISO/IEC 42001: A.2.1-A.2.4, A.6.3 and A.10.5.", ["A.2.1", "A.6.3", "A.10.5"]),
    ("For ISO 42001 &amp; others: A\\.2 and `A.3.1` and \\*A.4.9\\*", ["A.3.1", "A.4.9"]),
    ("Annex B controls B.6.2 and B.6.3 of ISO 42001", ["B.6.2", "B.6.3"]),
    ("ISO 42001 guidance B.6.2.4 and B.6.2.9", ["B.6.2.9"]),
    ("ISO 27001 control A.5.38 and A.5.37, ISO 42001 control A.5.37", ["A.5.38", "A.5.37"]),
    ("ISO/IEC 27001:2022 Annex A 5.29 and Annex A 5.39", ["A 5.39"]),
    ("Article 120 of the AI Act, Art. 100 GDPR, Articles 110–115 of the AI Act", ["Article 120", "Art. 100", "115"]),
    ("Art. 130 AIA", ["Art. 130"]),
    ("The GDPR asks for it in Article 101(2).", ["Article 101"]),
    ("Annex XV of the EU AI Act", ["Annex XV"]),
    ("MAP 1.9, MAP 1.1 and GOVERN-7.1", ["MAP 1.9", "GOVERN-7.1"]),
    ("SOC 2 criteria CC6.1 and CC8.3", ["CC8.3"]),
    ("Control A.6.2.9 and control A.14.2.", ["A.6.2.9", "A.14.2"]),
    ("HIPAA § 164.308(a)(9) and 164.308(a)(1)(ii)(A) and 164.311", ["164.308(a)(9)", "164.311"]),
  ]

  @Test(arguments: unknown)
  func `an unknown citation is reported at its place`(_ text: String, _ ids: [String]) async throws {
    let reported = try await diagnostics(["index.md": text]).filter { $0.rule.name == "unknown-citation" }
    #expect(reported.map { underlined($0, in: text) } == ids, "\(reported.map(\.headline))")
    let head = "kind: concern\nrecords:\n- id: CNC-001\n  title: t\n  raised: 2026-05-04\n  text: |\n"
    let register = head + "    " + text.replacing("\n", with: "\n    ") + "\n"
    let inside = try await diagnostics(["concerns.yaml": register]).filter { $0.rule.name == "unknown-citation" }
    #expect(inside.map { underlined($0, in: register) } == ids, "in a register: \(inside.map(\.headline))")
  }

  /// Texts for which nothing must be reported.
  static let silent = [
    "Version A.2.1 of the tool, and release 8.5.",
    "# Appendix A\n\n## A.1 Introduction\n\n### A.1.1 Aim\n\nSee A.1.1.",
    "ISO 42001 is named.\n\nSee Section A.4.9, Table A.1 and Figure A.2.1.",
    "The contract with the supplier: clause 12.4 and clause 8.5 of the agreement.",
    "ISO/IEC 42001 is our standard. Clause 14.2 of the lease binds us.",
    "ISO 42001 and ISO 9001: clause 8.5 of ISO 9001, and ISO 22301 clause 8.5.",
    "ISO/IEC 27001:2013 control A.18.2.2",
    "ISO 42001 docs/A.2.1/x, A.5.1.md, v-A.2.1 and https://example.org/A.2.1",
    "ISO 42001 control A.6.2.x and A.6.2.*",
    "ISO/IEC 42001 clauses 1 to 3, 4–10 and clause 6.1.2(d)",
    "Article 120 of the Convention, Article 101 of our bylaws, Article 500.",
    "AI Act: Art. 120 of Directive 2010/45",
    "The state of the art 3 years ago; part. 9",
    "Licensed CC0-1.0, CC0 1.0 and CC BY 4.0",
    "We map 1.9 million rows and measure 7.1 of them; GOVERN 1.1 is met.",
    "45 CFR 164.308(a)(1)(i), 164.316(b)(1)(i), 164.314(a)(1)(i) and 164.524",
    "A.5.1 is in ISO 27001 and ISO 42001 is another standard: A.5.1.",
    "ISO 42001:\n\n```\nA.2.1 = 3\nclause 8.5\n```\n",
    "What ISO 42001 says in [[A.6.2.4]] and [[iso42001:A.5.2]].",
    "clause clause clause 8.5",
    // The article of another law, beside a name of ours or in the same text.
    "We follow the GDPR. | Swiss CO Art. 337 | dismissal for cause |",
    "The GDPR applies, and so does Databankenwet Artikel 115. Art. 340 OR too.",
    "# GDPR and copyright\n\nAuteurswet art. 115n is kept, as Art. 337 requires.",
    "| GDPR, nFADP |\n|---|\n| nFADP Art. 161 (duties) |\n",
    "| Law | Article |\n|---|---|\n| GDPR | Art. 30 |\n| Civil Code | Art. 958 |",
    // A prefix belongs to the ids after it.
    "| Controls |\n|---|\n| A.8.26, A.8.28, 42001:A.6.2.4 |",
    "A.5.37 and A.8.34, iso42001:A.2.2, A.2.3; 42001:B.6.2.4",
    "See A.8.20/A.8.21 and 42001:A.9.2.",
    // Numbers of documents.
    "# Assessment ISMS-IMP-A.8.9.2\n\nISO/IEC 27001 control A.8.9. See A.8.9.1 (Baseline Assessment).",
    "ISO 27001: the register is POL-A.5.34.1. Take the flows from A.5.34.2, A.5.34.9 and its Annex A.2.",
    "ISO 27001. Sources of IMP-A.5.7.1: A.5.7.2 (Access control), A.1 (Form), A.14 (Plan)",
    // Another standard whose annex has other numbers.
    "ISO/IEC 27701 and ISO/IEC 27001 apply.\n\nWhat A.11.4 asks for is in place. Control A.2.2.3 too.",
    "ISO/IEC 27002 clause 5.39 and clause 8.99",
    "HIPAA 164.314(a)(2), 164.314(b)(2)(iv), 164.308(b)(2)",
  ]

  @Test(arguments: silent)
  func `text that is not a citation is not reported`(_ text: String) async throws {
    let reported = try await diagnostics(["index.md": text]).filter { $0.rule.name.contains("citation") }
    #expect(reported.isEmpty, "\(reported.map(\.headline))")
  }

  /// Texts, the underlined title, and the item that the help suggests.
  static let titles: [(String, String, String)] = [
    ("ISO 42001 Clause 8.4 (AI system data)", "AI system data", "A.7"),
    ("ISO 42001:\n\n- A.5 — AI Policy", "AI Policy", "A.2.2"),
    ("ISO 42001: A.5 â€” AI PolicyGovernance policies", "AI Policy", "A.2.2"),
    ("# ISO 42001\n\n## A.9.4 AI System Security Policy\n", "AI System Security Policy", ""),
    (
      "| ISO 42001 control | Title |\n|---|---|\n| A.7 | System Documentation |\n| A.7.5 | Data provenance |",
      "System Documentation", ""
    ),
    ("AI Act Article 52 (transparency obligations)", "transparency obligations", "Art. 50"),
    ("AI Act Article 14: Risk management system", "Risk management system", "Art. 9"),
    ("Use [[A.7.4]] — Data provenance", "Data provenance", "A.7.5"),
  ]

  @Test(arguments: titles)
  func `the title of another item is reported`(_ text: String, _ title: String, _ item: String) async throws {
    let reported = try await diagnostics(["index.md": text]).filter { $0.rule.name == "citation-title" }
    #expect(reported.map { underlined($0, in: text) } == [title], "\(reported.map(\.headline))")
    #expect(item.isEmpty || reported.first?.help?.contains("cite \(item)") == true, "\(reported.first?.help ?? "")")
  }

  static let rightTitles = [
    "ISO 42001: A.2.2 — AI policies; A.6 — AI system lifecycle; A.6.2.4 (verification and validation)",
    "ISO 42001: A.5.4 - Assessing AI system impact on individuals or groups of individuals",
    "ISO 42001: A.6.2.8 — done; A.7.4 (planned for 2027); A.5.5 – see the plan; clause 9.2: Not Yet Complete",
    "ISO 42001 clause 6.1 (AI risk assessment), Clause 8 - Operation, clause 9.1 (what we measure)",
    "| ISO 42001 | Owner |\n|---|---|\n| A.7.4 | Data Office |",
    "| ISO 42001 control | Evidence |\n|---|---|\n| A.7.4 | Impact Assessment |",
    "ISO 27001 A.5.1 — Policies for information security, A.8.5 (secure authentication)",
    "AI Act Article 9 (risk management), Article 13 (transparency), Article 17 (quality management)",
    "## Clause 9 outputs as triggers of ISO 42001",
    // Titles of paragraphs, and shortened titles.
    "GDPR: Article 5(1)(e) - Storage Limitation; Article 9(2) - Exceptions to Prohibition",
    "GDPR Article 32(1)(d) - Regular Testing",
    "ISO/IEC 27001 Clause 6.1.3 d) - Statement of Applicability",
    "EU AI Act Article 72 - Post-Market Monitoring",
    "ISO 42001: A.6.2.6 — AI System Operation & Monitoring; A.3.2 — ROLES & RESPONSIBILITIES",
    "ISO 42001: A.4.6 — Resources; A.8.5 - Information for Parties",
    "Swiss nFADP Art. 7 (data protection by design and by default) and the GDPR",
    "ISO 27001, of ISMS-POL-A.8.8: A.8.8 — Scanner Inventory",
  ]

  @Test(arguments: rightTitles)
  func `another wording of the title and a remark are not reported`(_ text: String) async throws {
    let reported = try await diagnostics(["index.md": text]).filter { $0.rule.name.contains("citation") }
    #expect(reported.isEmpty, "\(reported.map(\.headline))")
  }

  /// Texts and the ids that are deeper than the catalogue.
  static let deep: [(String, [String])] = [
    ("ISO 42001 control A.9.2.1 and A.9.2.1.3", ["A.9.2.1", "A.9.2.1.3"]),
    ("ISO/IEC 42001 clause 8.4.2", ["8.4.2"]),
    ("# ISO 42001\n\n## A.3.3.1 Purpose", ["A.3.3.1"]),
    ("ISO/IEC 27001:2022 A.8.9.12", ["A.8.9.12"]),
    ("B.6.2.4.1 of ISO 42001", ["B.6.2.4.1"]),
  ]

  @Test(arguments: deep)
  func `a number below the depth of the catalogue is a note`(_ text: String, _ ids: [String]) async throws {
    let reported = try await diagnostics(["index.md": text]).filter { $0.rule.name.contains("citation") }
    #expect(reported.map { underlined($0, in: text) } == ids, "\(reported.map(\.headline))")
    #expect(reported.allSatisfy { $0.rule.name == "deep-citation" && $0.severity == .note })
  }

  /// Texts of ISO/IEC 27001 with numbers of the edition of 2013.
  static let former = [
    "ISO 27001 A.14.2.5", "ISO/IEC 27002 control A.18.2.2", "# ISO/IEC 27001\n\n- **A.14 System acquisition**: see A.8.8",
    "ISO 27001 control A.5.1.2",
  ]

  @Test(arguments: former)
  func `a number of the edition of 2013 is unknown`(_ text: String) async throws {
    let reported = try await diagnostics(["index.md": text]).filter { $0.rule.name.contains("citation") }
    #expect(reported.map(\.rule.name) == ["unknown-citation"], "\(reported.map(\.headline))")
    #expect(reported.first?.primary.text.hasPrefix("a number of the edition of 2013") == true)
  }

  @Test func `a citation that its paragraph repeats is reported once`() async throws {
    let text = "ISO 27001 A.14.2.5 applies ([A.14.2.5](https://example.org)). Then A.14.2.5.\n\nISO 27001 A.14.2.5"
    let reported = try await diagnostics(["index.md": text]).filter { $0.rule.name == "unknown-citation" }
    #expect(reported.map(\.others.count) == [2, 0])
  }

  @Test func `pages beside a configuration belong to the management system`() async throws {
    let text = "Control A.2.1 is ours."
    #expect(try await diagnostics(["index.md": text]).filter { $0.rule.name == "unknown-citation" }.isEmpty == false)
    let plain = "What A.2.1 says."
    #expect(try await diagnostics(["index.md": plain]).isEmpty)
    let reported = try await diagnostics(["dossier.yaml": "organisation: Example", "index.md": plain])
    #expect(reported.map(\.rule.name) == ["unknown-citation"])
  }

  @Test func `a clause in a supplier record is a clause of the contract`() async throws {
    func record(_ kind: String, _ rest: String) async throws -> [String] {
      let text = "---\nkind: \(kind)\nid: X-001\ntitle: t\n\(rest)\n---\n\nClause 8.5 holds."
      return try await diagnostics(["x.md": text]).filter { $0.rule.name == "unknown-citation" }.map(\.headline)
    }
    #expect(try await record("supplier", "service: s").isEmpty)
    #expect(try await record("concern", "raised: 2026-05-04").count == 1)
  }

  @Test func `the label names the probable item`() async throws {
    let texts = [
      "ISO 42001 A.2.1": "A.2.1 is the number of the objective A.2 (Policies related to AI), not of a control",
      "ISO 42001 A.4.9": "A.4 ends at A.4.6 (Human resources)",
      "ISO 27001 A.14.2.5": "a number of the edition of 2013; the catalogue has the edition of 2022",
      "ISO 27001 A.14": "a number of the edition of 2013; the catalogue has the edition of 2022",
      "GDPR Art. 101": "GDPR has Art. 1 to Art. 99",
      "ISO 42001 clause 8.5 (information for interested parties)":
        "this is the title of A.8.5 (Information for interested parties)",
      "ISO 42001 clause 8.5": "clause 8 ends at 8.4 (AI system impact assessment)",
      "ISO 42001 control B.7.4": "Annex B is guidance; the control is A.7.4 (Quality of data for AI systems)",
      "Art. 29a AIA": "a number of the drafts; the final number is Art. 27 (Fundamental rights impact assessment)",
    ]
    for (text, label) in texts.sorted(by: { $0.key < $1.key }) {
      let reported = try await diagnostics(["index.md": text]).filter { $0.rule.name == "unknown-citation" }
      let found = reported.first?.primary.text ?? ""
      #expect(found.hasPrefix(label.prefix(60)), "\(text): \(found)")
    }
  }

  private func underlined(_ diagnostic: Diagnostic, in text: String) -> String {
    String(decoding: Array(text.utf8)[diagnostic.primary.span.range], as: UTF8.self)
  }

  private func diagnostics(_ texts: KeyValuePairs<String, String>) async throws -> [Diagnostic] {
    let files = try texts.map { SourceFile(path: try #require(SourcePath($0.key)), bytes: Array($0.value.utf8)) }
    let asOf = try #require(CivilDate("2026-06-30"))
    return try await analyse(
      SourceTree(files: files, attachments: []), catalogues: ["iso42001"], asOf: asOf
    ).diagnostics.withoutMissingConfiguration
  }
}
