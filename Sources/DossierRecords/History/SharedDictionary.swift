/// A dictionary whose copies share their entries. A copy that changes few entries needs memory only for these entries.
struct SharedDictionary<Key: Hashable, Value> {
  private var base: [Key: Value] = [:]
  /// The entries that differ from `base`. The value is nil for a removed entry.
  private var changes: [Key: Value?] = [:]
  private var count = 0

  var isEmpty: Bool { count == 0 }

  subscript(key: Key) -> Value? {
    get { if let change = changes[key] { change } else { base[key] } }
    set {
      count += (newValue == nil ? 0 : 1) - (self[key] == nil ? 0 : 1)
      changes[key] = .some(newValue)
      // With this limit, an entry of `base` is copied for at most eight changes.
      guard changes.count > 32 + base.count / 8 else { return }
      for (key, value) in changes { base[key] = value }
      changes = [:]
    }
  }
}
