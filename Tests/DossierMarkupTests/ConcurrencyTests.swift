import DossierMarkup
import DossierTesting
import DossierText
import Testing

/// libcmark-gfm writes process-wide state on every parse with strikethrough. Without a lock, 31 to 50 % of trees parsed in
/// parallel were wrong without any error.
@Suite(.serialized) struct ConcurrencyTests {
  private static let documents: [[UInt8]] = {
    let parts = [
      "a ~~struck~~ b ~one~ *c* **d**\n\n", "| a | b |\n|:--|--:|\n| ~~x~~ | `y` |\n\n", "- [ ] open ~~x~~\n- [x] done\n\n",
      "text[^1] and ~~x~~\n\n[^1]: note\n\n",
      "see www.example.org and http://a.b/c, x@y.zz [[RSK-001|risk]]\n\n", "# ~~h~~ é\n\n", "> ~~q~~ [l](m.md) ![i](j.png)\n\n",
      "```\n~~code~~\n```\n\n",
      "plain *text* with nothing special\n\n", "1. a\n   ~~b~~\n2. c\n\n",
    ]
    var random = Seeded(3)
    return (0..<10_000).map { _ in
      Array((0..<Int.random(in: 1...6, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }.joined().utf8)
    }
  }()

  @Test func `trees parsed in parallel equal those parsed one by one`() async {
    let documents = Self.documents
    let serial = documents.map { markdown($0).value }
    #expect(serial.contains { $0.first(.strikethrough) != nil })
    let wrong = await withTaskGroup(of: Int.self) { group in
      for worker in 0..<4 {
        group.addTask {
          // Two workers go up and two go down, so that equal and different texts are parsed at the same time.
          let order = worker % 2 == 0 ? Array(documents.indices) : documents.indices.reversed()
          return order.count { markdown(documents[$0]).value != serial[$0] }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0, "of \(4 * documents.count) trees")
  }
}
