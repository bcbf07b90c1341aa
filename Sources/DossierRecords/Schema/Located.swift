package import DossierText

/// A short text that remembers where it was written, for what can be judged only when other files are known.
package typealias Located = Placed<String>

extension Placed where Value == String {
  package var text: String { value }

  package init(text: String, span: Span) { self.init(value: text, span: span) }
}
