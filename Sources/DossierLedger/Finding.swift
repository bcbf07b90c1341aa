/// One sentence about a release, and how much it is worth.
package struct Finding: Hashable, Sendable {
  package let state: State
  /// Stable, for machines.
  package let code: String
  /// The file it is about.
  package let path: String?
  package let sentence: String

  package enum State: String, Hashable, Sendable, CaseIterable {
    /// It is not as it was released.
    case failed
    /// It follows from the bytes that were read.
    case proved
    /// Somebody says so, and nothing that was read proves or disproves it.
    case asserted
    /// What would have been needed was not there.
    case unchecked = "not checked"
  }

  package init(_ state: State, _ code: String, path: String? = nil, _ sentence: String) {
    self.state = state
    self.code = code
    self.path = path
    self.sentence = sentence
  }
}
