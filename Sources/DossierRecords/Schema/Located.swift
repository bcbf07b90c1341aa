package import DossierText

/// A short text with its span. A check that needs other files runs later and uses the span for its diagnostic.
package typealias Located = Placed<String>

extension Placed where Value == String {
  package var text: String { value }

  package init(text: String, span: Span) { self.init(value: text, span: span) }
}
