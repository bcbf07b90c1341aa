import DossierText
import Testing

@Suite struct SuggestionTests {
  private static let words = ["mitigate", "accept", "transfer", "avoid"]

  @Test(arguments: [
    ("mitigat", "mitigate"), ("Mitigate", "mitigate"), ("mtiigate", "mitigate"), ("acept", "accept"), ("tranfsre", "transfer"),
    ("aviod", "avoid"), ("ignore", nil), ("", nil), ("acccceptt", "accept"), ("accepting", "accept"), ("xyz", nil), ("av", nil),
  ] as [(String, String?)])
  func names(word: String, expected: String?) {
    #expect(Suggestion.closest(to: word, among: Self.words) == expected)
  }

  @Test func neverDependsOnTheOrderOfCandidates() {
    #expect(Suggestion.closest(to: "cat", among: ["hat", "bat", "rat"]) == "bat")
    #expect(Suggestion.closest(to: "cat", among: ["rat", "bat", "hat"]) == "bat")
  }

  @Test func doesNotSuggestTheWordItself() {
    #expect(Suggestion.closest(to: "same", among: ["same"]) == nil)
  }

  @Test func aSwapOfNeighboursIsOneEdit() {
    #expect(Suggestion.closest(to: "ba", among: ["ab"]) == "ab")
  }

  @Test func longWordsCostNoMoreThanShortOnes() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(Suggestion.closest(to: long, among: [long + "b"]) == long + "b")
  }
}
