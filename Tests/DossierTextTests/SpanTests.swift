import DossierText
import Testing

@Suite struct SpanTests {
  @Test func `a span has its two bounds`() {
    let span = Span(3, 7)
    #expect((span.lower, span.upper) == (3, 7))
    #expect(span.count == 4)
    #expect(span.range == 3..<7)
    #expect(Span.start == Span(0, 0))
  }

  @Test func `a span does not end before it begins`() {
    #expect(Span(7, 3) == Span(7, 7))
    #expect(Span(-5, -1) == Span(0, 0))
    #expect(Span(0, .max).upper == .max)
  }

  @Test func `a shifted span keeps its length`() {
    #expect(Span(3, 7).shifted(by: 10) == Span(13, 17))
    #expect(Span(3, 7).shifted(by: -3) == Span(0, 4))
  }

  @Test func comparesByStartThenEnd() {
    let sorted = [Span(2, 3), Span(1, 9), Span(1, 2), Span(0, 100)].sorted()
    #expect(sorted == [Span(0, 100), Span(1, 2), Span(1, 9), Span(2, 3)])
  }
}
