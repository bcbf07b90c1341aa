import DossierAnalysis
import DossierRules
import DossierTesting
import DossierText
import Testing

/// What a workspace says of frameworks: which it uses, and which it brings along.
@Suite struct FrameworkTests {
  private let catalogue = """
    kind: catalogue
    name: house-rules
    title: House rules for AI
    publisher: Example Ltd
    edition: "2026"
    items:
      - {id: H.1, kind: control, title: Nobody is refused by a machine alone}
    """

  private func said(_ files: KeyValuePairs<String, String>) async throws -> [(
    rule: String, text: String, headline: String, label: String
  )] {
    let sources = try files.map { SourceFile(path: try #require(SourcePath($0.0)), bytes: Array($0.1.utf8)) }
    let tree = SourceTree(files: sources, attachments: [])
    let asOf = try #require(CivilDate("2026-06-30"))
    let analysis = try await analyse(
      tree, catalogues: ["iso42001"], asOf: asOf, rules: Rules.all.filter { $0.family == .references })
    return analysis.diagnostics.withoutMissingConfiguration.map {
      ($0.rule.name, tree.file(at: $0.primary.path)?.text($0.primary.span) ?? "", $0.headline, $0.primary.text)
    }
  }

  @Test func aNameInTheConfigurationThatNoCatalogueHasIsUnderlined() async throws {
    let said = try await said(["dossier.yaml": "organisation: Example Ltd\ncatalogues: [iso42001, eu-ia-act]"])
    #expect(said.count == 1)
    #expect(said.first?.rule == "unknown-catalogue")
    #expect(said.first?.text == "eu-ia-act")
    #expect(said.first?.label == "did you mean `eu-ai-act`?")
  }

  @Test func aNameInTheConfigurationMayBeOfTheWorkspace() async throws {
    let said = try await said([
      "catalogues/house-rules.yaml": catalogue, "dossier.yaml": "organisation: Example Ltd\ncatalogues: [iso42001, house-rules]",
    ])
    #expect(said.isEmpty)
  }

  @Test func aRowThatPointsNowhereIsUnderlinedAtItsEnd() async throws {
    let said = try await said([
      "catalogues/crosswalk.yaml": """
      kind: crosswalk
      name: iso42001--house-rules
      title: ISO/IEC 42001 and the house rules
      source: iso42001
      target: house-rules
      claims:
        legal: {strength: our analysis, by: the legal department}
      rows:
        - {from: A.6.2.9, to: H.1, relation: intersects, claims: [legal]}
        - {from: A.9.2, to: H.7, relation: intersects, claims: [legal]}
        - {from: A.9-3, to: H.1, relation: intersects, claims: [legal]}
      """, "catalogues/house-rules.yaml": catalogue,
    ])
    #expect(said.map(\.rule) == ["unknown-item", "unknown-item", "unknown-item"])
    #expect(said.map(\.text) == ["A.6.2.9", "H.7", "A.9-3"])
    #expect(said.first?.label == "did you mean A.6.2.8 (AI system recording of event logs)?")
    #expect(said.last?.label.hasPrefix("did you mean A.9.3 (") == true)
  }

  @Test func aCrosswalkBetweenUnknownFrameworksIsUnderlinedAtTheirNames() async throws {
    let said = try await said([
      "catalogues/crosswalk.yaml": """
      kind: crosswalk
      name: x
      title: Two frameworks
      source: iso4201
      target: gdpr
      claims:
        legal: {strength: our analysis, by: the legal department}
      rows:
        - {from: A.6.2.9, to: H.1, relation: intersects, claims: [legal]}
      """
    ])
    #expect(said.map(\.rule) == ["unknown-catalogue", "unknown-catalogue"])
    #expect(said.map(\.text) == ["iso4201", "gdpr"])
    #expect(said.last?.headline == "crosswalk x names the catalogue `gdpr`, which `dossier.yaml` does not list")
  }

  @Test func textsOfUnknownItemsAreUnderlined() async throws {
    let said = try await said([
      "catalogues/house-rules.yaml": catalogue,
      "licensed/house-rules.yaml": """
      kind: texts
      catalogue: house-rules
      licence: for our own staff only
      texts:
        H.1: No request is refused before a person has looked at it.
        H.2: Nothing.
      """,
    ])
    #expect(said.map(\.rule) == ["unknown-item"])
    #expect(said.map(\.text) == ["H.2"])
  }

  @Test func evidenceMayNotBeLicensedText() async throws {
    let said = try await said([
      "catalogues/house-rules.yaml": catalogue,
      "evidence.yaml": """
      kind: evidence
      records:
        - {id: EVD-001, title: The standard, controls: [A.2.2], file: licensed/x.yaml, collected: 2026-01-01, collected_by: ROL-001}
      """,
      "licensed/x.yaml": "kind: texts\ncatalogue: house-rules\nlicence: ours\ntexts:\n  H.1: Secret.\n",
      "roles.yaml": "kind: role\nrecords:\n  - {id: ROL-001, title: Head of AI, accountable_for: [AI]}\n",
    ])
    #expect(said.map(\.rule) == ["licensed-file"])
    #expect(said.map(\.text) == ["licensed/x.yaml"])
  }

  /// Somebody else's YAML may have a `kind` of one of these names.
  @Test func strangersFilesPassInSilence() async throws {
    let said = try await said(["deploy.yaml": "kind: catalogue\napiVersion: v1\nspec: {}\n"])
    #expect(said.isEmpty)
  }
}
