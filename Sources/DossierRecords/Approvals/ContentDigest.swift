import DossierMarkup
package import DossierText

/// The two SHA-256 digests of a record. `covered` is the digest of the content that an approval covers. `whole` is the digest
/// of everything except `approvals`.
///
/// Both have the same form: the kind, the fields and the organisation's own fields as canonical JSON, a line feed, and the
/// text. Only `whole` can include fields that an approval does not cover. So if the `covered` digest of one record equals the
/// `whole` digest of another, an approval covers the same content in both records.
struct ContentDigest {
  private let kind: RecordKind
  private let fields: [JSON.Member]
  private let own: [JSON.Member]
  private let text: [UInt8]

  init(_ kind: RecordKind, _ fields: [FieldEntry], _ extras: [FieldContent.Member], _ text: MarkupTree) {
    self.kind = kind
    self.fields = fields.filter { $0.name != "approvals" }.map { JSON.Member($0.name, $0.content.canonical) }
    own = extras.map { JSON.Member($0.name, $0.content.canonical) }
    self.text = text.canonical
  }

  var covered: Digest { digest(fields.filter { ApprovalCoverage.covers($0.name) }) }

  /// The digest that earlier versions of this program wrote into approvals.
  var whole: Digest { digest(fields) }

  /// The `covered` digests of changed copies of the record. For each of `words`, there is a copy in which `field` has that word as
  /// its value. In one more copy, `field` is missing. If the record does not have `field`, all copies are equal to the record.
  func covered(replacing field: String, with words: [String]) -> [Digest] {
    let covered = fields.filter { ApprovalCoverage.covers($0.name) }
    let others = words.map { word in
      covered.map { $0.name == field ? JSON.Member(field, FieldContent.word(word).canonical) : $0 }
    }
    return (others + [covered.filter { $0.name != field }]).map(digest)
  }

  private func digest(_ fields: [JSON.Member]) -> Digest {
    let form = JSON.object([JSON.Member("kind", .string(kind.name))] + fields + own)
    return Digest(of: Array(form.canonical().utf8) + [0x0A] + text)
  }
}

/// The digests that an approval of a record may contain instead of the digest of the current covered content.
struct OtherDigests: Sendable {
  /// The digest of the text and of all fields except `approvals`.
  let whole: Digest
  /// The digests from before the end of the record, if a field of its kind can end it (`KindTraits.endedBy`).
  let beforeEnd: Set<Digest>

  init(of entry: Entry) {
    let content = ContentDigest(entry.kind, entry.fields, entry.extras, entry.text)
    whole = content.whole
    if entry.isEnded, let ending = entry.traits.endedBy,
      case .word(let words)? = entry.kind.fields.first(where: { $0.name == ending.field })?.shape
    {
      beforeEnd = Set(content.covered(replacing: ending.field, with: words))
    } else {
      beforeEnd = []
    }
  }
}

extension Entry {
  /// The SHA-256 of the text and of all fields except `approvals`.
  package var wholeDigest: Digest { otherDigests.whole }

  /// Whether a digest in an approval matches the content of this record.
  ///
  /// Some kinds have a field that ends a record. If the record has ended, digests from before the end also match. At that time,
  /// the field had another word or was missing.
  package func matches(_ digest: Digest) -> Bool {
    digest == self.digest || digest == otherDigests.whole || otherDigests.beforeEnd.contains(digest)
  }
}
