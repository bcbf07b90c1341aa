/// A property that does not hold for an input.
struct Violation: Error, CustomStringConvertible {
  let description: String
}

/// Throws a violation if the condition is false.
func require(_ condition: Bool, _ violation: @autoclosure () -> String) throws(Violation) {
  if !condition { throw Violation(description: violation()) }
}
