import DossierMarkup
import DossierText

/// A crosswalk as it is written in a file: `kind: crosswalk`.
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
    Field("name", \CrosswalkFile.name, "what messages call it", example: "iso42001--house-rules"),
    Field("title", \CrosswalkFile.title, "what readers call it"),
    Field("source", \CrosswalkFile.source, "the catalogue its rows come from", example: "iso42001"),
    Field("target", \CrosswalkFile.target, "the catalogue its rows lead to", example: "eu-ai-act"),
    Field("counts", \CrosswalkFile.counts, "how many rows and different ends there must be"),
    Field("cautions", \CrosswalkFile.cautions, "what a reader must know before relying on it"),
    Field("claims", \CrosswalkFile.claims, "who says so: a key for each, with its strength and name"),
    Field("rows", \CrosswalkFile.rows, "which item meets which", required: true),
    make: CrosswalkFile.init)
}

/// What a crosswalk says it holds.
struct CrosswalkCounts: MappingValue {
  let rows: Int?
  let sources: Int?
  let targets: Int?

  static let schema = Schema(
    Field("rows", \CrosswalkCounts.rows, "how many rows"),
    Field("source_ids", \CrosswalkCounts.sources, "how many different ids they come from"),
    Field("target_ids", \CrosswalkCounts.targets, "how many different ids they lead to"),
    make: CrosswalkCounts.init)
}

/// One row of a crosswalk file.
struct RowFile: MappingValue {
  let from: Located
  let to: Located
  let relation: Crosswalk.Relation
  let claims: [Located]
  let note: String?

  static let schema = Schema(
    Field("from", \RowFile.from, "id in the source catalogue, in quotes", example: "\"A.6.2.4\""),
    Field("to", \RowFile.to, "id in the target catalogue, in quotes", example: "\"Art. 15\""),
    Field("relation", \RowFile.relation, "how the two overlap"),
    Field("claims", \RowFile.claims, "keys of those who say so", required: true, example: "[analysis]"),
    Field("note", \RowFile.note, "why, or how far"),
    make: RowFile.init)

  /// Messages name the row by its ends.
  static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> RowFile? {
    let whole = decoding.subject
    var before: (String, Int)?
    defer { if let before { decoding.speak(of: before) } }
    if let from = node.member("from")?.value.text, let to = node.member("to")?.value.text {
      before = decoding.speakHere(of: "the row from \(from.prefix(60)) to \(to.prefix(60)) of \(whole)")
    }
    var entries: [FieldEntry] = []
    return schema.decode(node, &decoding, entries: &entries)
  }
}

/// The claims of a crosswalk by their keys.
struct ClaimsFile: FieldValue {
  let claims: [Crosswalk.Claim]

  private struct Body: MappingValue {
    let strength: Crosswalk.Strength
    let by: String
    let publication: String?

    static let schema = Schema(
      Field("strength", \Body.strength, "how much the claim is worth"),
      Field("by", \Body.by, "who says so, and where"),
      Field("publication", \Body.publication, "publisher, title and edition of an authoritative publication that says so"),
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
