import DossierText
import Testing

@testable import DossierRecords
@testable import DossierSite

/// The measured values on a model card.
struct ModelCardTests {
  @Test(arguments: [
    (">= 0.85", "0.86 to 0.90 (95 %)", Threshold.met), (">= 0.85", "0.79 to 0.93 (95 %)", .uncertain),
    (">= 0.85", "", .withoutInterval), (">= 0.85", "about a tenth", .withoutInterval), (">= 0.90", "0.85 to 0.95", .missed),
    ("<= 0.90", "0.80–0.91", .uncertain), ("<= 0.90", "[-0.1, 0.89]", .met), ("", "0.1 to 0.2", .none),
  ])
  func `a threshold is met only if the complete interval is within the limit`(
    _ required: String, _ interval: String, _ state: Threshold
  ) throws {
    let value = try #require(Decimal("0.87"))
    let found = Threshold.compare(
      value, unit: nil, required.isEmpty ? nil : required, interval: interval.isEmpty ? nil : interval)
    #expect(found == state, "\(required) \(interval)")
  }

  private static func card() async throws -> String {
    try SiteTests.page(
      "model-cards/mdl-001.html",
      of: try await SiteTests.plan([
        "mdl-001.md": """
        ---
        kind: model
        id: MDL-001
        title: Ranker
        version: "1"
        origin: supplier
        metrics:
          - {name: recall, value: 0.93, interval: 0.90 to 0.96, threshold: ">= 0.90"}
          - {name: recall in Portuguese, value: 0.88, interval: 0.80 to 0.94, threshold: ">= 0.87"}
        fairness:
          - {group: age, metric: ratio, value: 0.87, threshold: ">= 0.85"}
        ---
        ## Values we do not trust yet

        The limit for age is not shown to be met.
        """
      ]).value)
  }

  @Test func `the text of the record comes before the numbers`() async throws {
    let html = try await Self.card()
    let text = try #require(html.ranges(of: "The limit for age is not shown to be met.").first)
    let numbers = try #require(html.ranges(of: "<h2>Factors and fairness</h2>").first)
    #expect(text.upperBound < numbers.lowerBound)
  }

  @Test func `the summary counts intervals that extend beyond the limit and values without one`() async throws {
    let html = try await Self.card()
    #expect(html.contains("3 of 3 measured values are within their limit."))
    #expect(html.contains("For 1 of them, the interval extends beyond the limit. For 1 of them, no interval is stated."))
    #expect(html.ranges(of: "<span class=\"badge good\">met</span>").count == 1)
    #expect(html.contains("<span class=\"badge fair\">uncertain: the interval extends beyond the limit</span>"))
    #expect(html.contains("<span class=\"badge plain\">met by the value; no interval</span>"))
  }
}
