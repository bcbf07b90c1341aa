import DossierText
import Testing

@Suite struct DiagnosticTests {
  private func diagnostic(_ path: String, _ span: Span, _ rule: String, _ headline: String = "h", _ severity: Severity = .error)
    -> Diagnostic
  {
    Diagnostic(RuleID(rule), severity, headline, at: .init(SourcePath(parts: path.split(separator: "/").map(String.init)), span))
  }

  @Test func `diagnostics are ordered by path, span, rule and headline`() {
    let right = [
      diagnostic("a/x.md", Span(0, 1), "r"), diagnostic("a/x.md", Span(0, 2), "a"), diagnostic("a/x.md", Span(0, 2), "b", "a"),
      diagnostic("a/x.md", Span(0, 2), "b", "b"), diagnostic("a/x.md", Span(10, 11), "a"), diagnostic("b.md", Span(0, 0), "a"),
    ]
    for shift in right.indices {
      #expect((Array(right[shift...] + right[..<shift]) + right).arranged() == right)
    }
    #expect(Array(right.reversed()).arranged() == right)
  }

  @Test func countsBySeverity() {
    let all = [diagnostic("a", .start, "r"), diagnostic("b", .start, "r", "h", .note), diagnostic("c", .start, "r")]
    #expect(all.count(of: .error) == 2)
    #expect(all.count(of: .warning) == 0)
    #expect(all.count(of: .note) == 1)
  }

  @Test func errorsAreWorseThanWarnings() {
    #expect([Severity.error, .note, .warning].sorted() == [.note, .warning, .error])
  }
}
