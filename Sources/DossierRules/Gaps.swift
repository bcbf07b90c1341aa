/// What a record leaves unsaid, in the order in which it was asked for.
struct Gaps {
  let names: [String]

  /// For each name, whether it is said.
  init(_ said: KeyValuePairs<String, Bool>) { names = said.compactMap { $0.value ? nil : $0.key } }

  var isEmpty: Bool { names.isEmpty }

  /// "a", "a and b", "a, b and c".
  var listed: String { names.spoken() }
}

extension [String] {
  /// "a", "a and b", "a, b and c"; of more than `limit` the first ones and the number of the others.
  func spoken(atMost limit: Int = 8) -> String {
    if count > limit { return "\(prefix(limit).joined(separator: ", ")) … and \(count - limit) more" }
    guard count > 1, let last else { return first ?? "" }
    return "\(dropLast().joined(separator: ", ")) and \(last)"
  }
}
