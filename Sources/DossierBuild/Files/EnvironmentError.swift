import Glibc

/// An error of the environment, for example an unreadable folder or a full disk. It ends a command with exit status 3.
package struct EnvironmentError: Error, Sendable, CustomStringConvertible {
  /// The action that failed, as a phrase: "write site/index.html".
  package let action: String
  /// The `errno` value. 0 when the error does not come from a system call.
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
