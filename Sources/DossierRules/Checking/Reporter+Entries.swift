import DossierRecords
import DossierText

extension Reporter {
  /// At a field of a record or a part of it (`acceptance.until`), or at its id.
  mutating func report(
    _ headline: String, in entry: Entry, _ field: String? = nil, label: String = "", others: [Diagnostic.Label] = [], help: String
  ) {
    report(
      headline, at: entry.path, field.map { entry.span(of: $0) } ?? entry.idSpan, label: label, others: others, help: help)
  }
}
