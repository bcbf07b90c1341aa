/// The duration of each stage, in order. It is a measurement for developers; the program never depends on it.
///
/// Only the caller reads a clock: without one, nothing is measured and `stages` is empty.
package struct StageTimes: Sendable {
  package private(set) var stages: [(name: String, duration: Duration)] = []
  private let clock: (@Sendable () -> ContinuousClock.Instant)?
  private var last: ContinuousClock.Instant?

  /// The first stage begins now.
  package init(clock: (@Sendable () -> ContinuousClock.Instant)? = nil) {
    self.clock = clock
    last = clock?()
  }

  /// Ends the stage that began at the last mark.
  package mutating func mark(_ name: String) {
    guard let clock, let last else { return }
    let end = clock()
    stages.append((name, end - last))
    self.last = end
  }
}
