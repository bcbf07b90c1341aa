import DossierRecords

extension RecordKind {
  /// Whether the field is a list of references, each of which can stand in it only once: `controls`, `individuals.controls`.
  ///
  /// False below a list of mappings: two of its mappings may well name the same thing.
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
