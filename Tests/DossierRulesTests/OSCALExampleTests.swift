import DossierRecords
import DossierRules
import DossierText
import Testing

/// The examples of rules about imported files, which are not files of a workspace.
@Suite struct OSCALExampleTests {
  static let rules = ["json-limit", "json-syntax", "oscal-model", "oscal-parameter"]

  @Test(arguments: rules)
  func `bad examples are underlined at their marks`(name: String) throws {
    let rule = try #require(Rules.rule(name))
    let (file, marks) = try file(of: rule.bad)
    let reported = OSCALImport.text(of: file, name: "house-rules").diagnostics
    #expect(reported.map(\.rule) == [rule.id])
    #expect(reported.map(\.severity) == [rule.severity])
    #expect(reported.map(\.primary.span) == marks)
  }

  @Test(arguments: rules)
  func `nothing is reported for good examples`(name: String) throws {
    let rule = try #require(Rules.rule(name))
    let made = OSCALImport.text(of: try file(of: rule.good).file, name: "house-rules")
    #expect(made.diagnostics.isEmpty && made.value != nil)
  }

  private func file(of example: RuleExample) throws -> (file: SourceFile, marks: [Span]) {
    let (bytes, marks) = example.only
    return (SourceFile(path: SourcePath(parts: ["catalog.json"]), bytes: bytes), marks)
  }
}
