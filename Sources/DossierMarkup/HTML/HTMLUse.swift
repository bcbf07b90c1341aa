package import DossierText

/// Raw HTML that is not rendered: the comments of a text, which are left out, or all tags of one name, which are shown as text.
package struct HTMLUse: Sendable, Hashable {
  package enum Kind: Sendable { case comment, openComment, tag, declaration }

  package let kind: Kind
  /// The name of the tag in lower case.
  package let name: String
  /// Whether the site renders this element if it is written correctly.
  package let isListed: Bool
  /// The first place.
  package let span: Span
  /// The number of places.
  package var count = 1
}
