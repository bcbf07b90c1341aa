import DossierRecords
import DossierText

extension Entry {
  /// The span of the key of a field. Use it for a field whose value may have many lines. If the record does not have the field,
  /// returns the span of the id.
  func key(_ field: String) -> Span { self.field(field)?.keySpan ?? idSpan }

  /// A label at a field.
  func label(_ field: String, _ text: String) -> Diagnostic.Label { .init(path, span(of: field), text) }

  /// A label at the id.
  func label(_ text: String) -> Diagnostic.Label { .init(path, idSpan, text) }
}
