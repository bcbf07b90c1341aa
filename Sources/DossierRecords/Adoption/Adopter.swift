import DossierMarkup
import DossierText

/// Makes records from the files that an adoption covers.
struct Adopter: Sendable {
  private let adoption: Adoption
  private let kind: RecordKind
  /// The position of the adoption in the configuration.
  private let index: Int
  /// The file that contains the adoption.
  private let origin: SourcePath

  /// Returns nil if the record kind does not exist. Other invalid parts of the adoption were already reported and are left out.
  init?(_ adoption: Adoption, at index: Int, kinds: [String: RecordKind], in configuration: SourceFile) {
    guard let kind = kinds[adoption.kind.value] else { return nil }
    self.kind = kind
    self.index = index
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
      files: adoption.files, except: adoption.except, having: adoption.having, kind: adoption.kind, id: adoption.id,
      names: adoption.names, language: adoption.language,
      fields: adoption.fields.map { mapping in
        OpenMapping(members: mapping.members.filter { shape(of: $0.key) != nil || $0.key.utf8.starts(with: "approvals.".utf8) })
      },
      values: adoption.values, defaults: adoption.defaults.map { OpenMapping(members: $0.members.filter(fits)) },
      roles: adoption.roles.map { OpenMapping(members: $0.members.filter { $0.value.text.map(RecordID.isValid) ?? false }) },
      preset: adoption.preset)
  }

  func covers(_ path: SourcePath) -> Bool { adoption.covers(path) }

  /// The keys that the front matter of an adopted file must have.
  var requiredKeys: [String] { adoption.having?.items ?? [] }

  func adopts(_ fields: ForeignFields) -> Bool {
    requiredKeys.allSatisfy { key in fields.value(key) != nil }
  }

  /// Whether the adoption says what the id of a file is. Then the key `id` of a file does not make it a record of its own.
  var namesIDs: Bool { adoption.id != nil || adoption.fields?["id"] != nil || adoption.language != nil }

  /// The keys of the adoption that a file has, and the keys of the file.
  func keys(in fields: ForeignFields) -> AdoptionKeys {
    let used = fields.keys
    return AdoptionKeys(adoption: index, found: Set(adoption.keys.filter(fields.has)), present: Set(used))
  }

  /// Makes a record from the file. If the front matter is unreadable, the record has only the text and the values from the
  /// adoption.
  ///
  /// `names` are the names of all records. If they are nil, references of the files' own form are not resolved yet.
  func record(
    _ document: DossierMarkup.Document, _ fields: ForeignFields, _ names: AdoptedNames?
  ) -> (entry: DecodedDocument.DecodedEntry, diagnostics: [Diagnostic]) {
    var decoding = Decoding(source: document.source, subject: "this \(kind.name)")
    var front = AdoptedFields(document, fields, adoption, kind, names, &decoding)
    front.read(&decoding)
    let text = ProseReferences.sites(in: document.body, field: "text", source: document.source)
    let decoded = RecordDecoder.decode(
      front.node, kind, text: (document.body, text), adopted: front.asWritten, &decoding)
    // If a value comes from the configuration, the reference in this value gets the span in the configuration. Problems of the
    // reference are reported at this span.
    let references = decoded.references.map { site in
      guard let span = front.places[String(site.field.prefix { $0 != "." })], site.field != "text" else { return site }
      return ReferenceSite(
        expectation: site.expectation, target: site.target, field: site.field, path: origin, span: span, isVerbatim: false)
    }
    return (
      .init(entry: decoded.entry, references: references, names: front.names, language: front.language), decoding.diagnostics
    )
  }
}
