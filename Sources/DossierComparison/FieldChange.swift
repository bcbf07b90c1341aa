package import DossierRecords

/// What changed in one field of a record, or in a part of it.
package struct FieldChange: Sendable, Hashable {
  /// As YAML names it: `acceptance.until`, `metrics[accuracy].value`; `text` for the prose of the record.
  package let field: String
  /// As a reader sees it: "Acceptance › Until".
  package let label: String
  package let change: Change

  package enum Change: Sendable, Hashable {
    /// One value for another; nil on the side where none is stated.
    case value(old: FieldContent?, new: FieldContent?)
    /// Entries of a list.
    case items(added: [FieldContent], removed: [FieldContent])
    /// The same entries of a list, in another order.
    case order
    /// Words of a text.
    case text(Redline)
    /// It is written on both sides, but on one of them nothing can be read of it. The value is that of the other.
    case unread(old: FieldContent?, new: FieldContent?)
  }

  /// The field of the record that it is in.
  package var root: String { String(field.prefix { $0 != "." && $0 != "[" }) }
}
