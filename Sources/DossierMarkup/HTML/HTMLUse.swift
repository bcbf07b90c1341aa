package import DossierText

/// A place in a text where raw HTML is not rendered: a comment, which is left out, or a tag, which is shown as text.
package struct HTMLUse: Sendable, Hashable {
  package enum Kind: Sendable { case comment, openComment, tag, declaration }

  package let kind: Kind
  /// The name of the tag in lower case.
  package let name: String
  /// Whether the site renders this element if it is written correctly.
  package let isListed: Bool
  package let span: Span
}
