package import DossierText

/// The place of a reference in the sources: its text, its field and its span. The target is not yet known.
package struct ReferenceSite: Sendable, Hashable {
  package let expectation: Expectation
  /// The text of the reference.
  package let target: String
  /// The field that contains the reference, without list positions (`controls`, `acceptance.by`). `text` for the text of a record
  /// or page.
  package let field: String
  package let path: SourcePath
  package let span: Span
  /// Whether the span contains exactly `target`. Only then is the place of a part of the target known, and can be edited.
  package let isVerbatim: Bool
  /// Whether the reference is the destination of an image.
  package let isImage: Bool

  init(
    expectation: Expectation, target: String, field: String, path: SourcePath, span: Span, isVerbatim: Bool, isImage: Bool = false
  ) {
    self.isImage = isImage
    (self.expectation, self.target, self.field) = (expectation, target, field)
    (self.path, self.span, self.isVerbatim) = (path, span, isVerbatim)
  }

  /// A reference in `source`.
  init(expectation: Expectation, target: String, field: String, source: SourceFile, span: Span, isImage: Bool = false) {
    self.init(
      expectation: expectation, target: target, field: field, path: source.path, span: span,
      isVerbatim: source.contains(target, at: span), isImage: isImage)
  }

  /// The allowed targets of a reference.
  package enum Expectation: Sendable, Hashable {
    /// A record of one of these kinds. If the list is empty, the record can be of any kind.
    case record([String])
    case item
    case file
    /// A record or a catalogue item. The reference is `[[…]]` in prose.
    case either
    /// The destination of a Markdown link.
    case link
  }
}
