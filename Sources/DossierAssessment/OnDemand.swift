import Synchronization

/// A value that is computed at the first access and then kept.
///
/// This type is a class, so that all copies of an assessment share the value.
final class OnDemand<Value: Sendable>: Sendable {
  private let computed = Mutex<Value?>(nil)

  /// Returns the value. At the first access, computes it with `compute`. Other threads wait until it is computed.
  func value(_ compute: () -> Value) -> Value {
    computed.withLock { computed in
      if let computed { return computed }
      let value = compute()
      computed = value
      return value
    }
  }
}
