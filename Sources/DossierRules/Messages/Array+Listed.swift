extension [String] {
  /// The strings as a list in words: "A", "A and B", "A, B and C".
  ///
  /// If there are more than `limit` + 1 strings, the list has the first `limit` strings and the number of the others: "A, B, C
  /// and 4 more".
  func listed(_ limit: Int = 6, _ conjunction: String = "and") -> String {
    if count > limit + 1 { return "\(prefix(limit).joined(separator: ", ")) \(conjunction) \(count - limit) more" }
    guard count > 1, let last else { return first ?? "" }
    return "\(dropLast().joined(separator: ", ")) \(conjunction) \(last)"
  }
}
