/// One result of verifying a release: a sentence, and how far the sentence was proved.
package struct Finding: Hashable, Sendable {
  package let state: State
  /// A stable identifier for programs.
  package let code: String
  /// The file that the sentence is about.
  package let path: String?
  package let sentence: String

  package enum State: String, Hashable, Sendable, CaseIterable {
    /// The check failed: something differs from the release.
    case failed
    /// The sentence follows from the bytes that were read.
    case proved
    /// The release claims it. Nothing that was read proves or disproves the claim.
    case asserted
    /// The check was not possible, because its input was missing.
    case unchecked = "not checked"
  }

  package init(_ state: State, _ code: String, path: String? = nil, _ sentence: String) {
    self.state = state
    self.code = code
    self.path = path
    self.sentence = sentence
  }
}
