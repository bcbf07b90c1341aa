import Glibc

/// How long a command waits for a locked folder, and a function that reports the wait.
package struct LockWait: Sendable {
  /// The maximum time to wait. A limit is needed, because any user who may read a folder can lock it for ever.
  let limit: Duration
  /// Called once with a sentence, when the wait is long enough to be noticed.
  let report: @Sendable (String) -> Void

  package init(limit: Duration = .seconds(60), report: @escaping @Sendable (String) -> Void = { _ in }) {
    self.limit = limit
    self.report = report
  }

  private static let step = Duration.milliseconds(20)
  private static let noticeable = Duration.seconds(1)

  /// Locks a folder. Fails when another process still has the lock after the limit.
  func lock(_ folder: borrowing Descriptor, shown path: String) throws(EnvironmentError) {
    var waited = Duration.zero
    var isReported = false
    while true {
      if try attempt("lock the folder \(path)", { () throws(SystemFailure) in try folder.lock() }) { return }
      guard waited < limit else {
        throw EnvironmentError(
          "lock the folder \(path)",
          reason: "another process has locked it for \(limit.components.seconds) seconds; end that process, or try again later")
      }
      if !isReported, waited >= min(LockWait.noticeable, limit / 2) {
        report("waiting for another process that has locked the folder \(path)")
        isReported = true
      }
      LockWait.pause()
      waited += LockWait.step
    }
  }

  private static func pause() {
    var time = timespec(tv_sec: 0, tv_nsec: Int(step.components.attoseconds / 1_000_000_000))
    _ = unsafe nanosleep(&time, nil)
  }
}
