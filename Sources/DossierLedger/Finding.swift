/// One result of verifying a release: a sentence, and whether the sentence was proved.
package struct Finding: Hashable, Sendable {
  package let state: State
  /// An identifier for programs that read the findings. Later versions of this program do not change the identifier.
  package let code: String
  /// The file that the sentence is about.
  package let path: String?
  package let sentence: String

  package enum State: String, Hashable, Sendable, CaseIterable {
    /// The check failed: something differs from the release.
    case failed
    /// The sentence follows from the bytes that were read.
    case proved
    /// The sentence is a claim of the release. The bytes that were read do not prove or disprove the claim.
    case asserted
    /// The check was not possible, because some input for the check was missing.
    case unchecked = "not checked"
  }

  package init(_ state: State, _ code: String, path: String? = nil, _ sentence: String) {
    self.state = state
    self.code = code
    self.path = path
    self.sentence = sentence
  }
}
