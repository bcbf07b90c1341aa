package import DossierRecords

/// One change of a field of a record, or of a part of a field.
package struct FieldChange: Sendable, Hashable {
  /// The path in YAML: `acceptance.until`, `metrics[accuracy].value`; `text` for the prose of the record.
  package let field: String
  /// The label for readers: "Acceptance › Until".
  package let label: String
  package let change: Change

  package enum Change: Sendable, Hashable {
    /// The old and the new value; nil if it is not stated.
    case value(old: FieldContent?, new: FieldContent?)
    /// Added and removed entries of a list.
    case items(added: [FieldContent], removed: [FieldContent])
    /// The same entries of a list, in another order.
    case order
    /// Changed words of a text.
    case text(Redline)
    /// Both versions contain the field, but one of them cannot be read; its value is nil.
    case unread(old: FieldContent?, new: FieldContent?)
  }

  /// The field of the record that contains the change.
  package var root: String { String(field.prefix { $0 != "." && $0 != "[" }) }
}
