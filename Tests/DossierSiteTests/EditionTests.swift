import DossierAnalysis
import DossierMarkup
import DossierRecords
import DossierSite
import DossierTesting
import DossierText
import Testing

/// Text that is licensed only to the organisation is in the internal edition and in no other edition, in any form.
@Suite struct EditionTests {
  /// A word that occurs only in the licensed text.
  private let secret = "Quokkaberry"

  private func files(_ edition: Edition) async throws -> [(route: String, text: String)] {
    let files: KeyValuePairs<String, String> = [
      "dossier.yaml": "organisation: Example Ltd\n",
      "index.md": "# Start\n\nSee [the text](licensed/iso42001.yaml) and [[A.2.2]].\n",
      // The second id is unknown, so that a diagnostic could quote a line of the file. The third passage contains an unsafe link.
      "licensed/iso42001.yaml": """
      kind: texts
      catalogue: iso42001
      licence: one reader at Example Ltd
      texts:
        A.2.2: "\(secret) of the first control."
        A.2.9: "\(secret) of no control."
        A.2.3: "A [\(secret)](javascript:alert(1)) link."
      """,
      "evidence.yaml": """
      kind: evidence
      records:
        - {id: EVD-001, title: Copy, controls: [A.2.2], file: licensed/iso42001.yaml, collected: 2026-01-01, collected_by: ROL-001}
      """,
    ]
    let sources = try files.map { SourceFile(path: try #require(SourcePath($0.0)), bytes: Array($0.1.utf8)) }
    let tree = SourceTree(files: sources, attachments: [])
    let asOf = try #require(CivilDate("2026-06-30"))
    let analysis = try await analyse(tree, catalogues: ["iso42001"], asOf: asOf)
    let planned = try plan(
      analysis.facts,
      policyResult: PolicyResult(diagnostics: analysis.diagnostics, suppressed: [], profile: "certification", changes: []),
      sources: tree,
      tool: ToolVersion(name: "dossier", version: "0"), options: SiteOptions(edition: edition))
    #expect(!planned.value.copies.contains { $0.source.description.contains("licensed") }, "the file itself is published")
    return planned.value.pages.map { ($0.route.description, String(decoding: planned.value.render($0).bytes, as: UTF8.self)) }
  }

  @Test func `the internal edition shows the licensed text`() async throws {
    let shown = try await files(.internal).filter { $0.text.contains(secret) }.map(\.route)
    #expect(shown.contains("frameworks/iso42001/a.2.2.html"))
    #expect(try await files(.internal).contains { $0.text.contains("one reader at Example Ltd") })
  }

  @Test func `no other edition contains a word of the licensed text`() async throws {
    for edition in Edition.allCases where edition != .internal {
      for page in try await files(edition) {
        #expect(!page.text.contains(secret), "\(page.route) of the \(edition.rawValue) edition")
        #expect(!page.text.contains("one reader"), "\(page.route) of the \(edition.rawValue) edition")
      }
    }
  }

  /// An error in the file must not cause its publication.
  @Test(
    arguments: [
      "kind: texts\ncatalogue: iso42001\ntexts:\n  A.2.2: Quokkaberry\n",
      "kind: texts\ncatalogue: iso42001\nlicence: x\ntexts:\n  A.2.2: \"Quokkaberry\n",
      "kind: text\ncatalogue: iso42001\ntexts:\n  A.2.2: Quokkaberry\n",
      "kind: Texts\ncatalogue: iso42001\nlicence: x\ntexts:\n  Quokkaberry of nothing: \"a\"\n",
    ])
  func `a file with an error is also withheld`(text: String) async throws {
    let planned = try await SiteTests.plan(["index.md": "[the text](licensed/x.yaml)\n", "licensed/x.yaml": text])
    #expect(!planned.value.copies.contains { $0.source.description.contains("licensed") })
    for page in planned.value.pages {
      #expect(!String(decoding: planned.value.render(page).bytes, as: UTF8.self).contains(secret), "\(page.route)")
    }
  }
}

/// The routes of the items of an organisation's own catalogue.
@Suite struct CatalogueRouteTests {
  @Test func `ids with the same slug have different pages`() async throws {
    let planned = try await SiteTests.plan([
      "catalogues/own.yaml": """
      kind: catalogue
      name: own
      title: Own
      publisher: Example Ltd
      edition: "1"
      items:
        - {id: A 1, kind: control, title: First}
        - {id: A-1, kind: control, title: Second}
        - {id: index, kind: control, title: Third}
      """
    ])
    let routes = planned.value.pages.map(\.route.description).filter { $0.hasPrefix("frameworks/own/") }
    #expect(routes.count == 4 && Set(routes).count == 4, "\(routes)")
    #expect(planned.diagnostics.count { $0.rule == .pageCollision } == 2)
  }
}
