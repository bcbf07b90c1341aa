import Glibc

/// The failure of a system call, with the system's own message. The caller adds the action that failed (see `attempt`).
struct SystemFailure: Error {
  /// The value of `errno` directly after the call.
  let code: Int32
  let reason: String

  init(code: Int32) {
    self.code = code
    reason = unsafe String(cString: strerror(code))
  }

  private init(reason: String) {
    code = 0
    self.reason = reason
  }

  var isGrowth: Bool { self.code == 0 && reason == SystemFailure.hasGrown.reason }

  /// The target already exists. `advice` begins with a verb.
  static func isTaken(_ advice: String) -> SystemFailure { SystemFailure(reason: "it already exists; \(advice)") }
  static let isInUse = SystemFailure(reason: "another process is writing it")
  static let hasGrown = SystemFailure(reason: "it grew while it was read")
  static let isTooLarge = SystemFailure(reason: "it is larger than 256 MiB")
  static let isOpenToOthers = SystemFailure(reason: "it belongs to another user, or other users can open it")
  static let isNoFile = SystemFailure(reason: "it is not a regular file")
}

/// Runs `body`. If `body` throws an error, adds the action to the error.
func attempt<Result: ~Copyable>(
  _ action: @autoclosure () -> String, _ body: () throws(SystemFailure) -> Result
) throws(EnvironmentError) -> Result {
  do throws(SystemFailure) { return try body() } catch { throw EnvironmentError(action(), error) }
}
