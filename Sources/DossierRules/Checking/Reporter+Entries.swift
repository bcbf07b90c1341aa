import DossierRecords
import DossierText

extension Reporter {
  /// Reports a diagnostic at a field of a record, at a part of the field (`acceptance.until`), or at the id.
  mutating func report(
    _ headline: String, in entry: Entry, _ field: String? = nil, label: String = "", others: [Diagnostic.Label] = [], help: String
  ) {
    report(
      headline, at: entry.path, field.map { entry.span(of: $0) } ?? entry.idSpan, label: label, others: others, help: help)
  }
}
