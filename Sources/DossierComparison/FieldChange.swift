package import DossierRecords

/// One change of a field of a record, or of a part of a field.
package struct FieldChange: Sendable, Hashable {
  /// The path in YAML: `acceptance.until`, `metrics[accuracy].value`; `text` for the prose of the record.
  package let field: String
  /// The label for readers: "Acceptance › Until".
  package let label: String
  package let change: Change

  package enum Change: Sendable, Hashable {
    /// The old and the new value. A value is nil if that version does not state it.
    case value(old: FieldContent?, new: FieldContent?)
    /// Added and removed entries of a list.
    case items(added: [FieldContent], removed: [FieldContent])
    /// The same entries of a list, in another order.
    case order
    /// Changed words of a text.
    case text(Redline)
    /// At least one version contains the field with a value that cannot be read. A value that cannot be read or does not exist is
    /// nil.
    case unread(old: FieldContent?, new: FieldContent?)
  }

  /// The name of the whole field that contains the change: `acceptance` for `acceptance.until`.
  package var root: String { String(field.prefix { $0 != "." && $0 != "[" }) }
}
