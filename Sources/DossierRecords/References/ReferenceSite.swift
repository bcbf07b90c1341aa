package import DossierText

/// A reference in the sources, before it is resolved.
package struct ReferenceSite: Sendable, Hashable {
  package let expectation: Expectation
  /// The text of the reference.
  package let target: String
  /// The field that contains it, without list positions (`controls`, `acceptance.by`). `text` for prose.
  package let field: String
  package let path: SourcePath
  package let span: Span

  /// The allowed targets of a reference.
  package enum Expectation: Sendable, Hashable {
    /// A record of one of these kinds. If the list is empty, a record of any kind.
    case record([String])
    case item
    case file
    /// A record or an item, from `[[…]]` in prose.
    case either
    /// The destination of a Markdown link.
    case link
  }
}
