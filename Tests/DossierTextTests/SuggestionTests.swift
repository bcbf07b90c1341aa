import DossierText
import Testing

@Suite struct SuggestionTests {
  private static let words = ["mitigate", "accept", "transfer", "avoid"]

  @Test(
    arguments: [
      ("mitigat", "mitigate"), ("Mitigate", "mitigate"), ("mtiigate", "mitigate"), ("acept", "accept"), ("tranfsre", "transfer"),
      ("aviod", "avoid"), ("ignore", nil), ("", nil), ("acccceptt", "accept"), ("accepting", "accept"), ("xyz", nil), ("av", nil),
    ] as [(String, String?)])
  func `the closest candidate is suggested`(word: String, expected: String?) {
    #expect(Suggestion.closest(to: word, among: Self.words) == expected)
  }

  @Test func `the order of candidates does not matter`() {
    #expect(Suggestion.closest(to: "cat", among: ["hat", "bat", "rat"]) == "bat")
    #expect(Suggestion.closest(to: "cat", among: ["rat", "bat", "hat"]) == "bat")
  }

  @Test func doesNotSuggestTheWordItself() {
    #expect(Suggestion.closest(to: "same", among: ["same"]) == nil)
  }

  @Test func `a transposition is one edit`() {
    #expect(Suggestion.closest(to: "ba", among: ["ab"]) == "ab")
  }

  @Test func `long words are compared in bounded time`() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(Suggestion.closest(to: long, among: [long + "b"]) == long + "b")
  }

  @Test func `differences in case, spaces and joining character are ignored first`() {
    let names = ["review_cycle", "reviewed"]
    #expect(Suggestion.meant(by: "Review-Cycle", among: names, joinedBy: "_") == "review_cycle")
    #expect(Suggestion.meant(by: "review cicle", among: names, joinedBy: "_") == "review_cycle")
    #expect(Suggestion.meant(by: "AI_System", among: ["ai-system"], joinedBy: "-") == "ai-system")
    #expect(Suggestion.meant(by: "other", among: names, joinedBy: "_") == nil)
  }

  /// Compared with an exhaustive search that uses a plain distance table.
  @Test func `an index gives the same answer as an exhaustive search`() {
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    func word() -> String { String((0..<random(11)).map { _ in ["a", "b", "c", "B", "é"][random(5)] }.joined()) }
    for _ in 0..<60 {
      let candidates = (0..<random(40)).map { _ in word() }
      var index = SuggestionIndex(candidates)
      for _ in 0..<40 {
        let asked = word()
        let expected = closest(to: asked, among: candidates)
        #expect(index.closest(to: asked) == expected, "\(asked) among \(candidates)")
        #expect(index.closest(to: asked) == expected)
      }
    }
  }

  private func closest(to word: String, among candidates: [String]) -> String? {
    let target = Array(word.lowercased().unicodeScalars)
    guard !target.isEmpty else { return nil }
    let limit = min(3, max(1, target.count / 3))
    return candidates.filter { $0 != word }.map { (distance(target, Array($0.lowercased().unicodeScalars)), $0) }
      .filter { $0.0 <= limit }.min { $0 < $1 }?.1
  }

  private func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var d = (0...a.count).map { i in (0...b.count).map { j in i == 0 ? j : j == 0 ? i : 0 } }
    for i in a.indices {
      for j in b.indices {
        d[i + 1][j + 1] = min(d[i][j + 1] + 1, d[i + 1][j] + 1, d[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { d[i + 1][j + 1] = min(d[i + 1][j + 1], d[i - 1][j - 1] + 1) }
      }
    }
    return d[a.count][b.count]
  }

  @Test func `many words among many candidates are fast`() {
    let ids = (1...5000).map { "RSK-\(100_000 + $0)" }
    var index = SuggestionIndex(ids)
    let clock = ContinuousClock()
    let time = clock.measure {
      for i in 1...2000 { #expect(index.closest(to: "RSK-9\(100_000 + i)") != nil) }
    }
    #expect(time < .seconds(30))
  }
}
