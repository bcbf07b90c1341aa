/// How long each stage took: for people who measure, never for the program itself.
package struct StageTimes: Sendable {
  package private(set) var stages: [(name: String, duration: Duration)] = []
  private var last = ContinuousClock.now

  package init() {}

  /// Ends the stage that began at the last mark.
  package mutating func mark(_ name: String) {
    let now = ContinuousClock.now
    stages.append((name, now - last))
    last = now
  }
}
