import DossierRecords
import DossierText

extension Entry {
  /// The span of a field's key, for fields whose value may have many lines; the record's id where the field is not written.
  func key(_ field: String) -> Span { self.field(field)?.keySpan ?? idSpan }

  /// A label at a field.
  func label(_ field: String, _ text: String) -> Diagnostic.Label { .init(path, span(of: field), text) }

  /// A label at the id.
  func label(_ text: String) -> Diagnostic.Label { .init(path, idSpan, text) }
}
