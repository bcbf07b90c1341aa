import DossierRecords

extension RecordKind {
  /// Whether the field is a list of references in which each target may occur only once: `controls`, `individuals.controls`.
  ///
  /// False for a field below a list of mappings, because two mappings may refer to the same target.
  func hasPlainList(_ field: String) -> Bool {
    var fields = self.fields
    let names = field.split(separator: ".")
    for (i, name) in names.enumerated() {
      guard let found = fields.first(where: { $0.name == name }) else { return false }
      switch found.shape {
      case .list(.record), .list(.item), .list(.file): return i == names.count - 1
      case .mapping(let inner): fields = inner
      default: return false
      }
    }
    return false
  }
}
