import DossierRecords

extension Entry {
  /// Whether the value of one of these fields, or of the field that contains the part, is written but could not be read.
  ///
  /// Rules must not report such a field as missing.
  func cannotRead(_ fields: String...) -> Bool {
    guard !unread.isEmpty else { return false }
    return fields.contains { field in unread.contains(String(field.prefix { $0 != "." })) }
  }
}
