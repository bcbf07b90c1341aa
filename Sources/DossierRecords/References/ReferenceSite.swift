package import DossierText

/// A place in the sources that points at something.
package struct ReferenceSite: Sendable, Hashable {
  package let expectation: Expectation
  /// What is written there.
  package let target: String
  /// The field it stands in, without list positions (`controls`, `acceptance.by`); `text` for prose.
  package let field: String
  package let path: SourcePath
  package let span: Span

  /// What may be pointed at from there.
  package enum Expectation: Sendable, Hashable {
    /// A record of one of these kinds, of any kind where there are none.
    case record([String])
    case item
    case file
    /// `[[…]]` in prose: a record or an item.
    case either
    /// The destination of a Markdown link.
    case link
  }
}
