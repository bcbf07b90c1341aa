import DossierMarkup
import DossierTesting
import DossierText
import Foundation
import Testing

/// The blocks of any text are parsed or refused in bounded work, and the size of the tree is limited by the size of the text.
///
/// The limit of five seconds per case only catches unbounded work. The promised limits (1 s, 256 MB in a release build) are
/// measured with `make bench`, with texts of 4 MiB.
@Suite(.serialized) struct PathologicalTests {
  private static let backstop = 5.0

  /// The maximum text size. In builds without optimisation a quarter of it is sufficient.
  private static var longest: Int {
    #if DEBUG
      64 << 10
    #else
      256 << 10
    #endif
  }

  @Test(arguments: [10_000, 80_000])
  func `every pattern is parsed or rejected`(size: Int) {
    measure("patterns of \(size) bytes") { $0.make(size) }
  }

  /// Paragraphs just within the limit, repeated up to the limit of a text.
  @Test func `every pattern in paragraphs is parsed or rejected`() {
    measure("patterns in paragraphs") { Pathological.times(Pathological.times($0.make(7_900), 7_900) + "\n\n", Self.longest) }
    measure("patterns in lines") { pattern in
      // Lines of a hundred bytes. A pattern that is rejected as one line may be accepted as many.
      var text = ""
      for (i, character) in pattern.make(7_800).unicodeScalars.enumerated() {
        text.unicodeScalars.append(character)
        if i % 100 == 99 { text += "\n" }
      }
      return Pathological.times(text + "\n\n", Self.longest)
    }
  }

  private func measure(_ title: String, _ make: (Pathological) -> String) {
    var costs: [Cost] = []
    for pattern in Pathological.all {
      let bytes = Array(make(pattern).utf8.prefix(256 << 10))
      let (seconds, summary) = cost(of: bytes)
      costs.append(Cost(seconds: seconds, name: pattern.name, summary: summary))
      #expect(seconds < Self.backstop, "\(pattern.name)")
    }
    report(title, costs)
  }

  /// Beginning · opening^k · middle · closing^k · end, made from tokens with a meaning in Markdown. The seed is fixed.
  @Test func `random texts are parsed or rejected`() {
    let tokens = [
      "*", "_", "**", "~", "~~", "`", "``", "[", "]", "![", "](", "](a)", "[a]", "[a]:", "[^a]", "[^a]:", "<", ">", "<!--", "-->",
      "<?", "<!A", "<a ",
      "</", "\"", "'", "(", ")", "|", "|-", "-|", "\n", "\n\n", "> ", "- ", "1. ", "    ", "\t", "#", "# ", "===\n", "---\n",
      "```\n", "~~~\n", "a",
      "b", "é", " ", "\\", "&amp;", "&", ";", ":", "http://", "www.", "@", ".", "a.b", "[[", "]]", "[x] ", "\r\n", "\u{0}",
    ]
    var random = Seeded(0xD0551E2)
    var costs: [Cost] = []
    var parsed = 0
    while parsed < 2_000 * Seeded.rounds {
      func word(_ most: Int) -> String {
        (0..<Int.random(in: 1...most, using: &random)).map { _ in tokens.randomElement(using: &random) ?? "" }.joined()
      }
      let (before, open, middle, close, after) = (word(2), word(4), word(2), word(4), word(2))
      // Mostly paragraphs that just fit, repeated. Sometimes one long text.
      let size = [500, 4_000, 8_000, 60_000].randomElement(using: &random) ?? 500
      let whole = [2_000, 4_000, 8_000, 8_000, 16_000, 60_000].randomElement(using: &random) ?? 2_000
      let half = size / 2
      let one = before + Pathological.times(open, half) + middle + Pathological.times(close, half) + after
      let lines =
        Bool.random(using: &random) ? one : one.replacing(open + open + open + open, with: open + open + open + open + "\n")
      let text = size >= 60_000 ? lines : Pathological.times(lines + "\n\n", whole)
      let bytes = Array(text.utf8.prefix(whole))
      let (seconds, summary) = cost(of: bytes)
      if summary.isRefused { continue }
      parsed += 1
      costs.append(Cost(seconds: seconds, name: "\([before, open, middle, close, after]) of \(size)", summary: summary))
      #expect(seconds < Self.backstop, "\([before, open, middle, close, after])")
    }
    report("generated texts of up to 60000 bytes", costs)
  }

  struct Summary: CustomStringConvertible {
    let isRefused: Bool
    let nodes: Int
    let megabytes: Int
    var description: String { "\(nodes) nodes, \(megabytes) MB\(isRefused ? ", refused" : "")" }
  }

  private func cost(of bytes: [UInt8]) -> (Double, Summary) {
    Memory.forgetPeak()
    let before = Memory.peak()
    let start = Self.threadSeconds()
    let result = markdown(bytes)
    let seconds = Self.threadSeconds() - start
    let megabytes = max(0, Memory.peak() - before) / 1024
    let isRefused = result.diagnostics.contains { $0.rule == .markdownLimit }
    #expect(result.value.nodes.count <= 64 * max(16, bytes.count))
    #expect(result.value.text.count <= 64 * max(16, bytes.count) + (16 << 20))
    for node in result.value.nodes { if Int(node.span.upper) > bytes.count { Issue.record("a span beyond the text") } }
    #expect(!result.diagnostics.contains { $0.primary.span == Span(0, 0) }, "the parser needs more memory than was estimated")
    return (seconds, Summary(isRefused: isRefused, nodes: result.value.nodes.count, megabytes: megabytes))
  }

  /// The CPU time of this thread, because other tests run at the same time.
  private static func threadSeconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private struct Cost {
    let seconds: Double
    let name: String
    let summary: Summary
    var description: String { "  \((seconds * 1000).rounded() / 1000) s  \(name): \(summary)" }
  }

  private func report(_ title: String, _ costs: [Cost]) {
    let refused = costs.count { $0.summary.isRefused }
    print("\(title): \(costs.count - refused) parsed, \(refused) refused; most CPU time, then most memory:")
    for cost in costs.sorted(by: { $0.seconds > $1.seconds }).prefix(4) { print(cost.description) }
    for cost in costs.sorted(by: { $0.summary.megabytes > $1.summary.megabytes }).prefix(3) { print(cost.description) }
  }
}

/// The memory use of this process as reported by Linux, in kilobytes. It is printed for manual measurements.
private enum Memory {
  static func forgetPeak() { try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs")) }

  static func peak() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }
}
