import DossierRecords
import DossierRules
import DossierText
import Testing

/// The examples of rules about what is imported: they are no files of a workspace.
@Suite struct OSCALExampleTests {
  static let rules = ["json-limit", "json-syntax", "oscal-model", "oscal-parameter"]

  @Test(arguments: rules)
  func badExamplesAreUnderlinedAtTheirMarks(name: String) throws {
    let rule = try #require(Rules.rule(name))
    let (file, marks) = try file(of: rule.bad)
    let said = OSCALImport.text(of: file, name: "house-rules").diagnostics
    #expect(said.map(\.rule) == [rule.id])
    #expect(said.map(\.severity) == [rule.severity])
    #expect(said.map(\.primary.span) == marks)
  }

  @Test(arguments: rules)
  func nothingIsSaidOfGoodExamples(name: String) throws {
    let rule = try #require(Rules.rule(name))
    let made = OSCALImport.text(of: try file(of: rule.good).file, name: "house-rules")
    #expect(made.diagnostics.isEmpty && made.value != nil)
  }

  private func file(of example: RuleExample) throws -> (file: SourceFile, marks: [Span]) {
    let (bytes, marks) = example.only
    return (SourceFile(path: SourcePath(parts: ["catalog.json"]), bytes: bytes), marks)
  }
}
