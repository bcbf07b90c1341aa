import Glibc

/// Something outside the sources went wrong: a folder that cannot be read, a disk that is full. Ends a command with status 3.
package struct EnvironmentError: Error, Sendable, CustomStringConvertible {
  /// What was being done, as a phrase: "write site/index.html".
  package let action: String
  /// The system's number for what went wrong; 0 where the system was not asked.
  package let code: Int32
  private let reason: String

  init(_ action: String, _ failure: SystemFailure) {
    self.action = action
    code = failure.code
    reason = failure.reason
  }

  init(_ action: String, reason: String) {
    self.action = action
    self.code = 0
    self.reason = reason
  }

  package var description: String { "cannot \(action): \(reason)" }
}
