/// What a record leaves unsaid, in the order in which it was asked for.
struct Gaps {
  let names: [String]

  /// For each name, whether it is said.
  init(_ said: KeyValuePairs<String, Bool>) { names = said.compactMap { $0.value ? nil : $0.key } }

  var isEmpty: Bool { names.isEmpty }

  /// "a", "a and b", "a, b and c".
  var listed: String { names.listed(names.count) }
}
