import DossierRecords
import DossierText
import Testing

/// The title of a page is its `title`, its first heading, or its file name.
@Suite struct PageTitleTests {
  @Test(arguments: [
    ("Policy v1.10 - Access.md", "Text.", "Policy v1.10 - Access"), ("A.8.10.md", "Text.", "A.8.10"), ("a.MD", "Text.", "a"),
    ("v2.md", "", "v2"), ("..md", "Text.", "."), ("A.8.10.md", "## Information deletion\n\nText.", "Information deletion"),
    ("a.md", "Text.\n\n### Later\n", "Later"), ("a.md", "#\n\n## Second\n", "Second"),
    ("a.md", "---\ntitle: Named\n---\n# First\n", "Named"), ("a.md", "---\ntitle: \"\"\n---\n# First\n", "First"),
    ("README.md", "Text.", "README"), ("models/small/README.md", "Text.", "small"),
    ("models/large/MODEL_CARD.md", "Text.", "large"),
  ])
  func `a page has a title`(name: String, text: String, title: String) async throws {
    let path = try #require(SourcePath(name))
    let reading = try await Reading(files: [SourceFile(path: path, bytes: Array(text.utf8))])
    #expect(reading.dossier.pages.map(\.title) == [title])
  }

  @Test func `pages with the same title get the name of their folder`() async throws {
    let reading = try await Reading([
      "a/MODEL_CARD.md": "## Details\n", "b/MODEL_CARD.md": "## Details\n", "c/x.md": "# Details\n", "d/e/README.md": "Text.",
      "f/e/README.md": "Text.", "g.md": "## Other\n",
    ])
    #expect(
      reading.dossier.pages.map(\.title) == ["Details (a)", "Details (b)", "Details", "e (d/e)", "e (f/e)", "Other"])
  }
}
