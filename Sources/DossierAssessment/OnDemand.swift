import Synchronization

/// A value that is computed at the first access and then stored.
///
/// This type is a class, so that all copies of an assessment share the value.
final class OnDemand<Value: Sendable>: Sendable {
  private let computed = Mutex<Value?>(nil)

  /// Returns the value. The first call computes it with `compute`, and other threads wait for the result. `compute` must not
  /// access the same value.
  func value(_ compute: () -> Value) -> Value {
    computed.withLock { computed in
      if let computed { return computed }
      let value = compute()
      computed = value
      return value
    }
  }
}
