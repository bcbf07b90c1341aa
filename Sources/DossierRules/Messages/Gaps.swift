import DossierRecords

/// The missing parts of a record, in the order of the check.
struct Gaps {
  let names: [String]

  /// `parts` says for each name whether the record has the part with this name.
  init(_ parts: KeyValuePairs<String, Bool>) { names = parts.compactMap { $0.value ? nil : $0.key } }

  /// The missing fields of a record, as "a reason (`reason`)". Each part has a name, the path of its field, and whether the record
  /// has it.
  ///
  /// A field whose value cannot be read is not missing: a rule of the family `format` reports the value.
  init(of entry: Entry, _ parts: [(name: String, field: String, isPresent: Bool)]) {
    names = parts.filter { !$0.isPresent && !entry.cannotRead($0.field) }.map { "\($0.name) (`\($0.field)`)" }
  }

  var isEmpty: Bool { names.isEmpty }

  /// The names in words: "a", "a and b", "a, b and c".
  var listed: String { names.listed(names.count) }
}
