import DossierRecords
import DossierText

extension Reporter {
  /// Reports a diagnostic about a record. The place is `field`: a field, or a part of a field (`acceptance.until`). If `field` is
  /// nil, the place is the id of the record.
  mutating func report(
    _ headline: String, in entry: Entry, _ field: String? = nil, label: String = "", others: [Diagnostic.Label] = [], help: String
  ) {
    report(
      headline, at: entry.path, field.map { entry.span(of: $0) } ?? entry.idSpan, label: label, others: others, help: help)
  }
}
