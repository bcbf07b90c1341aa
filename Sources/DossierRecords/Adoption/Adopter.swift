import DossierMarkup
import DossierText

/// Makes records of the files that an adoption covers.
struct Adopter: Sendable {
  private let adoption: Adoption
  private let kind: RecordKind
  /// The file the adoption stands in.
  private let origin: SourcePath

  /// Nil for an adoption by a kind that does not exist. What else is wrong with it has been said once and is left out here.
  init?(_ adoption: Adoption, kinds: [String: RecordKind], in configuration: SourceFile) {
    guard let kind = kinds[adoption.kind.value] else { return nil }
    self.kind = kind
    origin = configuration.path
    let shapes = RecordHead.schema.fields + kind.fields
    func shape(of key: String) -> ValueShape? {
      key.utf8.starts(with: "x-".utf8) ? .anything : shapes.first { $0.name == key }?.shape
    }
    func fits(_ member: YAMLNode.Member) -> Bool {
      guard let shape = shape(of: member.key) else { return false }
      var decoding = Decoding(source: configuration, subject: "")
      return shape.decode(member.value, &decoding) != nil && decoding.diagnostics.isEmpty
    }
    self.adoption = Adoption(
      files: adoption.files, except: adoption.except, having: adoption.having, kind: adoption.kind,
      fields: adoption.fields.map { mapping in
        OpenMapping(members: mapping.members.filter { shape(of: $0.key) != nil || $0.key.utf8.starts(with: "approvals.".utf8) })
      },
      defaults: adoption.defaults.map { OpenMapping(members: $0.members.filter(fits)) },
      roles: adoption.roles.map { OpenMapping(members: $0.members.filter { $0.value.text.map(RecordID.isValid) ?? false }) })
  }

  func adopts(_ document: DossierMarkup.Document) -> Bool {
    adoption.covers(document.path)
      && (adoption.having?.items ?? []).allSatisfy { key in
        document.fields?.member(key).map { !$0.value.isNull } ?? false
      }
  }

  /// The record, also where the front matter cannot be read: then what the adoption and the text give.
  func record(_ document: DossierMarkup.Document) -> Diagnosed<DecodedDocument> {
    var decoding = Decoding(source: document.source, subject: "this \(kind.name)")
    var front = AdoptedFields(document, adoption, kind, &decoding)
    front.read(&decoding)
    let text = ProseReferences.sites(in: document.body, field: "text", path: document.path)
    let decoded = RecordDecoder.decode(
      front.node, kind, text: (document.body, text), adopted: front.asWritten, &decoding)
    // What the adoption says is wrong there, if it is, and not in the file.
    let references = decoded.references.map { site in
      guard let span = front.places[String(site.field.prefix { $0 != "." })], site.field != "text" else { return site }
      return ReferenceSite(expectation: site.expectation, target: site.target, field: site.field, path: origin, span: span)
    }
    return Diagnosed(
      DecodedDocument(entries: [.init(entry: decoded.entry, references: references)]), decoding.diagnostics)
  }
}
