import DossierAnalysis
import DossierRules
import DossierTesting
import DossierText
import Testing

/// The frameworks that a workspace uses and the frameworks that it defines.
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

  private func reported(_ files: KeyValuePairs<String, String>) async throws -> [(
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

  @Test func `an unknown catalogue in the configuration is underlined`() async throws {
    let reported = try await reported(["dossier.yaml": "organisation: Example Ltd\ncatalogues: [iso42001, eu-ia-act]"])
    #expect(reported.count == 1)
    #expect(reported.first?.rule == "unknown-catalogue")
    #expect(reported.first?.text == "eu-ia-act")
    #expect(reported.first?.label == "did you mean `eu-ai-act`?")
  }

  @Test func `the configuration can use a catalogue of the workspace`() async throws {
    let reported = try await reported([
      "catalogues/house-rules.yaml": catalogue, "dossier.yaml": "organisation: Example Ltd\ncatalogues: [iso42001, house-rules]",
    ])
    #expect(reported.isEmpty)
  }

  @Test func `a crosswalk row with an unknown item is underlined at that item`() async throws {
    let reported = try await reported([
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
    #expect(reported.map(\.rule) == ["unknown-item", "unknown-item", "unknown-item"])
    #expect(reported.map(\.text) == ["A.6.2.9", "H.7", "A.9-3"])
    #expect(reported.first?.label == "did you mean A.6.2.8 (AI system recording of event logs)?")
    #expect(reported.last?.label.hasPrefix("did you mean A.9.3 (") == true)
  }

  @Test func `a crosswalk between unknown frameworks is underlined at their names`() async throws {
    let reported = try await reported([
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
    #expect(reported.map(\.rule) == ["unknown-catalogue", "unknown-catalogue"])
    #expect(reported.map(\.text) == ["iso4201", "gdpr"])
    #expect(reported.last?.headline == "crosswalk x refers to the catalogue `gdpr`, which `dossier.yaml` does not list")
  }

  @Test func `texts of unknown items are underlined`() async throws {
    let reported = try await reported([
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
    #expect(reported.map(\.rule) == ["unknown-item"])
    #expect(reported.map(\.text) == ["H.2"])
  }

  @Test func `evidence must not be licensed text`() async throws {
    let reported = try await reported([
      "catalogues/house-rules.yaml": catalogue,
      "evidence.yaml": """
      kind: evidence
      records:
        - {id: EVD-001, title: The standard, controls: [A.2.2], file: licensed/x.yaml, collected: 2026-01-01, collected_by: ROL-001}
      """,
      "licensed/x.yaml": "kind: texts\ncatalogue: house-rules\nlicence: ours\ntexts:\n  H.1: Secret.\n",
      "roles.yaml": "kind: role\nrecords:\n  - {id: ROL-001, title: Head of AI, accountable_for: [AI]}\n",
    ])
    #expect(reported.map(\.rule) == ["licensed-file"])
    #expect(reported.map(\.text) == ["licensed/x.yaml"])
  }

  /// YAML files of other programs may have a `kind` with the same name.
  @Test func `YAML files of other programs are not reported`() async throws {
    let reported = try await reported(["deploy.yaml": "kind: catalogue\napiVersion: v1\nspec: {}\n"])
    #expect(reported.isEmpty)
  }
}
