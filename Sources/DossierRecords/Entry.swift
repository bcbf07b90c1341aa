package import DossierMarkup
package import DossierText

/// A record and where its fields were written.
///
/// Exists also for a record with errors: what could be read is here, `record` is nil where something required is missing or wrong.
///
/// A class only so that passing it on costs nothing: it never changes, and nothing depends on its identity.
package final class Entry: Sendable {
  package let kind: RecordKind
  package let id: String
  /// The title, or the id where no title is written.
  package let title: String
  package let head: RecordHead?
  package let record: (any RecordContent)?
  /// The fields that were written and could be read, in the order of the schema: the common ones first.
  package let fields: [FieldEntry]
  /// The organisation's own fields (`x-…`), in the order they were written.
  package let extras: [FieldContent.Member]
  package let text: MarkupTree
  package let source: SourceFile
  /// The value of `id`, or the start of the record where there is none.
  package let idSpan: Span
  package let outline: Outline
  /// What its prose cites of frameworks: that of its fields first.
  package let citations: [Citation]
  /// SHA-256 of the content that an approval covers (`ApprovalCoverage`): the covered fields as canonical JSON, and the text.
  package let digest: Digest
  /// SHA-256 of all fields except `approvals`, and of the text.
  package let wholeDigest: Digest
  /// Its file knows nothing of this program: it is a record by what `dossier.yaml` says.
  package let isAdopted: Bool

  init(
    kind: RecordKind, id: String, title: String, head: RecordHead?, record: (any RecordContent)?, fields: [FieldEntry],
    extras: [FieldContent.Member], text: MarkupTree, source: SourceFile, idSpan: Span, outline: Outline, citations: [Citation],
    digest: Digest, wholeDigest: Digest, isAdopted: Bool
  ) {
    self.kind = kind
    self.id = id
    self.title = title
    self.head = head
    self.record = record
    self.fields = fields
    self.extras = extras
    self.text = text
    self.source = source
    self.idSpan = idSpan
    self.outline = outline
    self.citations = citations
    self.digest = digest
    self.wholeDigest = wholeDigest
    self.isAdopted = isAdopted
  }

  package func field(_ name: String) -> FieldEntry? { fields.first { $0.name == name } }

  /// Where a field or a part of it was written (`acceptance.until`, `actions[2].due`), else the nearest part above it that was, else
  /// the record's id.
  package func span(of field: String) -> Span { fields.span(of: field) ?? idSpan }

  package var path: SourcePath { source.path }

  /// "risk RSK-012", for messages.
  package var named: String {
    "\(kind.singular.prefix(2).allSatisfy(\.isUppercase) ? kind.singular : kind.singular.lowercased()) \(id)"
  }

  /// The span of the field that retires the record.
  package var retirementSpan: Span? { (field("retired") ?? field("status"))?.span }
}
