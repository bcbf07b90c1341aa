import DossierText
import Testing

@testable import DossierSite

/// The latest readings of metrics and objectives, with their state.
struct ReadingsPageTests {
  private static func files(_ readings: String, unit: String = "ratio", frequency: String = "P1Y")
    -> KeyValuePairs<String, String>
  {
    [
      "metrics.yaml": """
      kind: metric
      records:
        - id: MTR-001
          title: Approval-rate ratio
          unit: ratio
          frequency: \(frequency)
          group_column: group
          source: {file: readings.csv}
          threshold: {warn: 0.90, fail: 0.85, direction: higher-is-better}
        - {id: MTR-002, title: Time, unit: s}
      """,
      "objectives.yaml": """
      kind: objective
      records:
        - id: OBJ-001
          title: Equal approval
          owner: ROL-001
          measure: lowest ratio
          target: {comparison: at-least, value: 0.90, unit: \(unit)}
          metric: MTR-001
      """,
      "readings.csv": readings,
    ]
  }

  private static let atWarning = """
    date,group,value
    2026-07-31,18-25,0.93
    2026-08-31,18-25,0.88
    2026-09-30,18-25,0.87
    2026-09-30,41-60,0.97
    2026-10-31,41-60,0.98
    2026-11-30,18-25,0.99
    """

  @Test func `a metric shows the latest reading of each group up to the as-of date, with limits, state and since when`()
    async throws
  {
    let html = try SiteTests.page("metrics/mtr-001.html", of: try await SiteTests.plan(Self.files(Self.atWarning)).value)
    #expect(html.contains("<h2>Latest readings</h2>"))
    #expect(html.contains("Warns at 0.90 or below, fails at 0.85 or below."))
    #expect(html.contains("The readings are in <a class=\"file\" href=\"../files/readings.csv\">readings.csv</a>."))
    let young = try #require(html.ranges(of: ">18-25</td>").first)
    let row = html[young.lowerBound...].prefix { $0 != "\n" }
    #expect(row.contains(">0.87</td>") && row.contains(">2026-09-30</td>"))
    #expect(row.contains("<span class=\"badge fair\">warns</span> <span class=\"note\">since <time datetime=\"2026-08-31\">"))
    #expect(
      html.contains("<span class=\"badge good\">within limits</span> <span class=\"note\">since <time datetime=\"2026-09-30\">"))
    #expect(!html.contains("0.99"))
  }

  @Test func `a metric at its failure limit is marked as failing`() async throws {
    let text = Self.atWarning.replacing("2026-09-30,18-25,0.87", with: "2026-09-30,18-25,0.85")
    let html = try SiteTests.page("metrics/mtr-001.html", of: try await SiteTests.plan(Self.files(text)).value)
    #expect(html.contains("<span class=\"badge poor\">fails</span> <span class=\"note\">since <time datetime=\"2026-09-30\">"))
  }

  @Test func `a metric without readings or limits is described as such`() async throws {
    let plan = try await SiteTests.plan(Self.files("date,group,value\n")).value
    #expect(try SiteTests.page("metrics/mtr-001.html", of: plan).contains("There is no reading up to 31 October 2026."))
    let html = try SiteTests.page("metrics/mtr-002.html", of: plan)
    #expect(html.contains("The metric has no limits") && html.contains("The metric has no file of readings."))
  }

  @Test func `an objective compares its target with the latest reading of each group`() async throws {
    let html = try SiteTests.page("objectives/obj-001.html", of: try await SiteTests.plan(Self.files(Self.atWarning)).value)
    #expect(html.contains("The target is at least 0.90 ratio."))
    #expect(html.contains("does not meet the target</span>") && html.contains(">meets the target</span>"))
  }

  @Test func `an objective in another unit is not compared`() async throws {
    let html = try SiteTests.page(
      "objectives/obj-001.html", of: try await SiteTests.plan(Self.files(Self.atWarning, unit: "\"%\"")).value)
    #expect(html.contains("different units") && !html.contains("meet the target"))
  }

  @Test func `the registers show latest values and the state of the worst group`() async throws {
    let plan = try await SiteTests.plan(Self.files(Self.atWarning)).value
    let metrics = try SiteTests.page("metrics/index.html", of: plan)
    #expect(metrics.contains("<th scope=\"col\">Latest reading</th><th scope=\"col\">State</th>"))
    #expect(metrics.contains("0.87 <span class=\"note\">(18-25)</span>, 0.98 <span class=\"note\">(41-60)</span>"))
    #expect(metrics.contains("<span class=\"badge fair\">warns</span>") && !metrics.contains("within limits"))
    #expect(try SiteTests.page("objectives/index.html", of: plan).contains("does not meet the target"))
    // A metric is within its limits only since all of its groups are.
    let within = Self.atWarning.replacing("2026-09-30,18-25,0.87", with: "2026-09-30,18-25,0.91")
      .replacing("2026-09-30,41-60,0.97", with: "2026-06-30,41-60,0.97")
    let register = try SiteTests.page("metrics/index.html", of: try await SiteTests.plan(Self.files(within)).value)
    #expect(register.contains("within limits</span> <span class=\"note\">since <time datetime=\"2026-09-30\">"))
    let risks = try SiteTests.page("risks/index.html", of: plan)
    #expect(!risks.contains("Latest reading"))
  }

  @Test func `readings that are too old for the frequency do not look current`() async throws {
    let old = "date,group,value\n2026-06-30,18-25,0.95\n2026-10-31,41-60,0.96\n"
    let plan = try await SiteTests.plan(Self.files(old, frequency: "P1M")).value
    let metric = try SiteTests.page("metrics/mtr-001.html", of: plan)
    #expect(metric.contains("<span class=\"badge plain\">was within limits on 2026-06-30</span>"))
    #expect(metric.contains("<span class=\"badge good\">within limits</span>"))
    let register = try SiteTests.page("metrics/index.html", of: plan)
    #expect(register.contains("was within limits on 2026-06-30</span> <span class=\"note\">no reading since for 18-25</span>"))
    let objectives = try SiteTests.page("objectives/index.html", of: plan)
    #expect(objectives.contains("met the target on 2026-06-30</span>") && !objectives.contains("badge good\">met"))
  }
}
