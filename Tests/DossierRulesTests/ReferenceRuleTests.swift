import DossierAnalysis
import DossierRecords
import DossierRules
import DossierTesting
import DossierText
import Testing

/// What the rules about references say beyond their examples.
@Suite struct ReferenceRuleTests {
  @Test func theNumberOfAnObjectiveIsExplained() async throws {
    let said = try await diagnostics(["index.md": "See [[A.2.1]] and [[A.6.1.1]]."])
    #expect(said.map(\.rule.name) == ["unknown-item", "unknown-item"])
    #expect(said.first?.primary.text.hasPrefix("A.2.1 is the objective") == true)
    #expect(said.first?.help?.contains("A.2.2 (AI policy)") == true)
    #expect(said.last?.help?.contains("A.6.1.2") == true)
  }

  @Test func anItemIsSuggestedWithItsTitle() async throws {
    let said = try await diagnostics(["index.md": "See [[eu-ai-act:Art. 140]]."])
    #expect(said.map(\.rule.name) == ["unknown-item"])
    #expect(said.first?.primary.text.hasPrefix("did you mean Art. ") == true)
    #expect(said.first?.primary.span.count == "Art. 140".utf8.count)
  }

  @Test func aCatalogueThatIsNotListedIsToBeListed() async throws {
    let said = try await diagnostics(["index.md": "See [[eu-ai-act:Art. 14]]."], catalogues: ["iso42001"])
    #expect(said.map(\.rule.name) == ["unknown-catalogue"])
    #expect(said.first?.help == "add `eu-ai-act` to `catalogues` in `dossier.yaml`")
  }

  @Test func aCircleIsReportedOnceAtItsSmallestIdWithTheOthersAsLabels() async throws {
    let said = try await diagnostics([
      "decisions.yaml": """
      kind: decision
      records:
        - {id: DEC-003, title: c, supersedes: DEC-001}
        - {id: DEC-002, title: b, supersedes: DEC-003}
        - {id: DEC-001, title: a, supersedes: DEC-002}
        - {id: DEC-010, title: leads into it, supersedes: DEC-003}
      """
    ])
    #expect(said.map(\.rule.name) == ["reference-cycle"])
    #expect(said.first?.headline == "`supersedes` leads in a circle: DEC-001 → DEC-002 → DEC-003 → DEC-001")
    #expect(said.first?.others.count == 2)
  }

  @Test func aLongChainOfSupersessionsIsNoCircle() async throws {
    let records = (1...3000).map { "  - {id: DEC-\($0), title: t\($0 > 1 ? ", supersedes: DEC-\($0 - 1)" : "")}" }
    let said = try await diagnostics(["decisions.yaml": "kind: decision\nrecords:\n" + records.joined(separator: "\n")])
    #expect(said.isEmpty)
  }

  @Test func theSameTargetInTwoMappingsOfAListIsNoDuplicate() async throws {
    let said = try await diagnostics([
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
    #expect(said.isEmpty)
  }

  @Test func aDraftSupersedesNothingYet() async throws {
    let said = try await diagnostics([
      "documents.yaml": "kind: document\nrecords:\n  - {id: DOC-001, title: t, owner: ROL-001}",
      "roles.yaml": """
      kind: role
      records:
        - {id: ROL-001, title: a, accountable_for: [x]}
        - {id: ROL-002, title: b, accountable_for: [x], supersedes: ROL-001, status: draft}
      """,
    ])
    #expect(said.isEmpty)
  }

  @Test func recordsOfWhatHappenedMayNameWhatIsRetired() async throws {
    let said = try await diagnostics([
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
    #expect(said.isEmpty)
  }

  @Test func aMovedFileIsFoundByItsName() async throws {
    let said = try await diagnostics(["index.md": "See [it](old/rules.md#rules).", "handbook/rules.md": "# Rules"])
    #expect(said.map(\.rule.name) == ["dead-link"])
    #expect(said.first?.fixes.map(\.replacement) == ["handbook/rules.md"])
    #expect(said.first?.primary.span.count == "old/rules.md".utf8.count)
  }

  @Test func ofSeveralFilesOfOneNameNoneIsSuggested() async throws {
    let said = try await diagnostics(["index.md": "See [it](c/rules.md).", "a/rules.md": "# A", "b/rules.md": "# B"])
    #expect(said.map(\.rule.name) == ["dead-link"])
    #expect(said.first?.fixes.isEmpty == true)
  }

  @Test func aSuggestedLinkIsWrittenAsALink() async throws {
    let said = try await diagnostics(["index.md": "See [it](the-rules-(new).md).", "b/the-rules-(new).md": "# B"])
    #expect(said.first?.fixes.map(\.replacement) == ["b/the-rules-%28new%29.md"])
  }

  @Test func aHeadingSpeltAsAnotherHostSpellsItIsRecognised() async throws {
    let said = try await diagnostics(["index.md": "See [it](#7.12-Password-Management).\n\n# 7.12 Password management"])
    #expect(said.map(\.rule.name) == ["dead-anchor"])
    #expect(said.first?.fixes.map(\.replacement) == ["712-password-management"])
  }

  @Test func aRetiredModelNeedsNoMention() async throws {
    let model = "id: MDL-001, title: m, origin: internal, version: \"1.0\""
    #expect(try await diagnostics(["models.yaml": "kind: model\nrecords:\n  - {\(model), state: retired}"]).isEmpty)
    #expect(try await diagnostics(["models.yaml": "kind: model\nrecords:\n  - {\(model)}"]).map(\.rule.name) == ["orphan-record"])
  }

  private func diagnostics(
    _ texts: KeyValuePairs<String, String>, catalogues: [String] = ["iso42001", "eu-ai-act"]
  ) async throws -> [Diagnostic] {
    let files = try texts.map { SourceFile(path: try #require(SourcePath($0.key)), bytes: Array($0.value.utf8)) }
    let asOf = try #require(CivilDate("2026-06-30"))
    // Records here are as short as their subject lets them be.
    let rules = Rules.all.filter { $0.family == .format || $0.family == .references }
    return try await analyse(
      SourceTree(files: files, attachments: []), catalogues: catalogues, asOf: asOf, rules: rules
    ).diagnostics.withoutMissingConfiguration
  }
}
