import Glibc

/// Why a call to the system did nothing. It says what the system said; what was being done is added where that is known.
struct SystemFailure: Error {
  /// The system's number, taken directly after the call.
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

  /// `advice` begins with a verb.
  static func isTaken(_ advice: String) -> SystemFailure { SystemFailure(reason: "it is there already; \(advice)") }
  static let isInUse = SystemFailure(reason: "another run is writing it")
  static let hasGrown = SystemFailure(reason: "it grows while it is read")
  static let isTooLarge = SystemFailure(reason: "it is larger than 256 MiB")
  static let isNoFile = SystemFailure(reason: "it is no regular file")
}

/// Names what was being done in the error that `body` throws.
func attempt<Result: ~Copyable>(
  _ action: @autoclosure () -> String, _ body: () throws(SystemFailure) -> Result
) throws(EnvironmentError) -> Result {
  do throws(SystemFailure) { return try body() } catch { throw EnvironmentError(action(), error) }
}
