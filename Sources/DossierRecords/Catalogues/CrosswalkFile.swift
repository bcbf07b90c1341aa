import DossierMarkup
import DossierText

/// The file format of a crosswalk: `kind: crosswalk`.
struct CrosswalkFile: Sendable {
  let kind: String
  let name: String
  let title: String
  let source: Located
  let target: Located
  let counts: CrosswalkCounts?
  let cautions: [String]
  let claims: ClaimsFile
  let rows: [RowFile]

  static let schema = Schema(
    Field("kind", \CrosswalkFile.kind, "`crosswalk`"),
    Field("name", \CrosswalkFile.name, "the name in messages", example: "iso42001--house-rules"),
    Field("title", \CrosswalkFile.title, "the title for readers"),
    Field("source", \CrosswalkFile.source, "the source catalogue of its rows", example: "iso42001"),
    Field("target", \CrosswalkFile.target, "the target catalogue of its rows", example: "eu-ai-act"),
    Field("counts", \CrosswalkFile.counts, "the numbers of rows and distinct ids"),
    Field("cautions", \CrosswalkFile.cautions, "limits that a reader must know before relying on it"),
    Field("claims", \CrosswalkFile.claims, "the sources of the claims: a key for each, with its strength and name"),
    Field("rows", \CrosswalkFile.rows, "which items are mapped to each other", required: true),
    make: CrosswalkFile.init)
}

/// The counts that a crosswalk declares.
struct CrosswalkCounts: MappingValue {
  let rows: Int?
  let sources: Int?
  let targets: Int?

  static let schema = Schema(
    Field("rows", \CrosswalkCounts.rows, "the number of rows"),
    Field("source_ids", \CrosswalkCounts.sources, "the number of distinct source ids"),
    Field("target_ids", \CrosswalkCounts.targets, "the number of distinct target ids"),
    make: CrosswalkCounts.init)
}

/// A row of a crosswalk file.
struct RowFile: MappingValue {
  let from: Located
  let to: Located
  let relation: Crosswalk.Relation
  let claims: [Located]
  let note: String?

  static let schema = Schema(
    Field("from", \RowFile.from, "the id in the source catalogue, in quotes", example: "\"A.6.2.4\""),
    Field("to", \RowFile.to, "the id in the target catalogue, in quotes", example: "\"Art. 15\""),
    Field("relation", \RowFile.relation, "how the two overlap"),
    Field("claims", \RowFile.claims, "the keys of the claims that support this row", required: true, example: "[analysis]"),
    Field("note", \RowFile.note, "the reason or the limits"),
    make: RowFile.init)

  /// Decodes one row. Diagnostics name the row by its source id and its target id.
  static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> RowFile? {
    let whole = decoding.subject
    var before: (String, Int)?
    defer { if let before { decoding.speak(of: before) } }
    if let from = node.member("from")?.value.text, let to = node.member("to")?.value.text {
      before = decoding.speakHere(of: "the row from \(from.prefix(60)) to \(to.prefix(60)) of \(whole)")
    }
    return schema.decode(node, &decoding)
  }
}

/// The claims of a crosswalk, by key.
struct ClaimsFile: FieldValue {
  let claims: [Crosswalk.Claim]

  private struct Body: MappingValue {
    let strength: Crosswalk.Strength
    let by: String
    let publication: String?

    static let schema = Schema(
      Field("strength", \Body.strength, "the strength of the claim"),
      Field("by", \Body.by, "the person or publication that makes the claim"),
      Field(
        "publication", \Body.publication, "the publisher, title and edition of an authoritative publication that makes the claim"),
      make: Body.init)
  }

  static var shape: ValueShape { .mapping([]) }

  static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> ClaimsFile? {
    guard let members = node.members else {
      decoding.wrongType(node, shape)
      return nil
    }
    return ClaimsFile(
      claims: members.compactMap { member in
        decoding.enter(member.key)
        defer { decoding.leave() }
        return Body.decode(member.value, &decoding).map {
          Crosswalk.Claim(key: member.key, strength: $0.strength, by: $0.by, publication: $0.publication)
        }
      })
  }

  var content: FieldContent? {
    .mapping(claims.map { FieldContent.Member(name: $0.key, content: .text("\($0.strength.rawValue): \($0.by)")) })
  }
}
