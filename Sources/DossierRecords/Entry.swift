package import DossierMarkup
package import DossierText
import Synchronization

/// A record with the spans of its fields.
///
/// A record with errors also has an entry. The entry contains all parts that could be read, and `record` is nil if a required
/// field is missing or invalid.
///
/// This type is a class only because copying a reference is cheap. It is immutable, and no code depends on its identity.
package final class Entry: Sendable {
  package let kind: RecordKind
  package let id: String
  /// The title, or the id if the record has no title.
  package let title: String
  package let head: RecordHead?
  package let record: (any RecordContent)?
  /// The fields that could be read, in the order of the schema, common fields first.
  package let fields: [FieldEntry]
  /// The names of known fields whose value could not be read.
  package let unread: Set<String>
  /// The organisation's own fields (`x-…`), in the order of the file.
  package let extras: [FieldContent.Member]
  package let text: MarkupTree
  package let source: SourceFile
  /// The span of the value of `id`, or the start of the record if there is no id.
  package let idSpan: Span
  package let outline: Outline
  /// The citations of frameworks in the prose of the record, first in its fields, then in its text.
  package let citations: [Citation]
  /// The SHA-256 of the content that an approval covers: the covered fields as canonical JSON, and the text.
  ///
  /// `ApprovalCoverage` decides which fields are covered.
  package let digest: Digest
  /// Computed at the first access, because few records need these digests.
  private let computedDigests = Mutex<OtherDigests?>(nil)
  /// Whether the record is an adopted file: a Markdown file without `kind` that `adopt` in `dossier.yaml` makes a record.
  package let isAdopted: Bool

  init(
    kind: RecordKind, id: String, title: String, head: RecordHead?, record: (any RecordContent)?, fields: [FieldEntry],
    unread: Set<String>, extras: [FieldContent.Member], text: MarkupTree, source: SourceFile, idSpan: Span, outline: Outline,
    citations: [Citation], digest: Digest, isAdopted: Bool
  ) {
    self.kind = kind
    self.id = id
    self.title = title
    self.head = head
    self.record = record
    self.fields = fields
    self.unread = unread
    self.extras = extras
    self.text = text
    self.source = source
    self.idSpan = idSpan
    self.outline = outline
    self.citations = citations
    self.digest = digest
    self.isAdopted = isAdopted
  }

  var otherDigests: OtherDigests {
    computedDigests.withLock { computed in
      if let computed { return computed }
      let digests = OtherDigests(of: self)
      computed = digests
      return digests
    }
  }

  package func field(_ name: String) -> FieldEntry? { fields.first { $0.name == name } }

  /// The span of a field or of a part of a field (`acceptance.until`, `actions[2].due`).
  ///
  /// If the part is missing, returns the span of its nearest parent. If the whole field is missing, returns `idSpan`.
  package func span(of field: String) -> Span { fields.span(of: field) ?? idSpan }

  package var path: SourcePath { source.path }

  /// The kind and the id, for messages: "risk RSK-012".
  package var named: String {
    "\(kind.singular.prefix(2).allSatisfy(\.isUppercase) ? kind.singular : kind.singular.lowercased()) \(id)"
  }

  /// The span of `retired`. If `retired` is missing, the span of `status`.
  package var retirementSpan: Span? { (field("retired") ?? field("status"))?.span }
}
