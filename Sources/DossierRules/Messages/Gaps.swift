/// The missing parts of a record, in the order of the check.
struct Gaps {
  let names: [String]

  /// `parts` says for each name whether the record has the part with this name.
  init(_ parts: KeyValuePairs<String, Bool>) { names = parts.compactMap { $0.value ? nil : $0.key } }

  var isEmpty: Bool { names.isEmpty }

  /// The names in words: "a", "a and b", "a, b and c".
  var listed: String { names.listed(names.count) }
}
