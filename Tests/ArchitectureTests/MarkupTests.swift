import Foundation
import Testing

/// Pages come from templates, whose escaping is checked when they are loaded.
@Suite struct MarkupTests {
  /// Files outside `DossierSite` that contain end tags, and the reason.
  private static let exceptions: Set<String> = [
    // Inline elements of Markdown.
    "DossierComparison/Report/MarkdownComparison.swift",
    // Checks the pages of other versions of the program.
    "DossierBuild/Ledger/MarkupTags.swift",
    // XML.
    "DossierText/Rendering/JUnitRenderer.swift",
  ]

  @Test func `only the site makes markup`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let sources = root.appendingPathComponent("Sources")
    let paths = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
    var found: Set<String> = []
    for path in paths where path.hasSuffix(".swift") && !path.hasPrefix("DossierSite/") {
      let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
      // Examples of rules are texts of users.
      if !path.hasPrefix("DossierRules/"), text.contains("</") { found.insert(path) }
    }
    #expect(found == MarkupTests.exceptions)
  }
}
