package import DossierText

/// A short text with its span, for checks that need other files.
package typealias Located = Placed<String>

extension Placed where Value == String {
  package var text: String { value }

  package init(text: String, span: Span) { self.init(value: text, span: span) }
}
