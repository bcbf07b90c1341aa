/// The duration of each stage, in order. Developers use these times. No result of the program depends on the times.
///
/// The caller passes a clock. Without a clock, nothing is measured and `stages` is empty.
package struct StageTimes: Sendable {
  package private(set) var stages: [(name: String, duration: Duration)] = []
  private let clock: (@Sendable () -> ContinuousClock.Instant)?
  private var last: ContinuousClock.Instant?

  /// Starts the measurement of the first stage.
  package init(clock: (@Sendable () -> ContinuousClock.Instant)? = nil) {
    self.clock = clock
    last = clock?()
  }

  /// Ends the current stage, records its duration under `name`, and starts the next stage.
  package mutating func mark(_ name: String) {
    guard let clock, let last else { return }
    let end = clock()
    stages.append((name, end - last))
    self.last = end
  }
}
