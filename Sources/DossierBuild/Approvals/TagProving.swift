import DossierRecords
import DossierText

/// Proves approvals with signed tags (rules 18 to 20 of `docs/approvals.md`). The tag must be signed with a key of the approving
/// role, and its message must contain the digest of the approval. The tagged commit must contain both the approval and the
/// approved text.
struct TagProving {
  let repository: GitRepository
  var roles: RoleKeys

  /// A tag whose signature is valid.
  private struct Tag {
    let name: String
    let commit: ObjectID
    let fingerprint: String
    /// The words of the message, in lower case.
    let words: Set<[UInt8]>
  }

  mutating func prove(
    _ claims: [ApprovalProving.Claim], _ past: inout PastRecords, _ files: inout VerifiedFiles,
    _ findings: inout [ApprovalProofs.Place: ApprovalProofs.Finding]
  ) throws {
    let keys = Set(claims.flatMap { roles.fingerprints(of: $0.approval.by) })
    guard !keys.isEmpty else { return }
    var open = claims
    var rest = try signed(with: keys, &files)[...]
    while !rest.isEmpty, !open.isEmpty {
      let tags = try rest.prefix(TagProving.together).compactMap(verified)
      rest = rest.dropFirst(TagProving.together)
      let requests = tags.flatMap { tag in open.map { request($0, tag) } }
      let found = try files.files(requests)
      for tag in tags {
        let byPath = Dictionary(grouping: open) { $0.entry.path }
        for (path, claims) in byPath {
          guard let file = found[.init(commit: tag.commit, path: path)] else { continue }
          let records = past.records(in: file, at: path)
          for claim in claims where tag.words.contains(Array(claim.digest.description.utf8)) {
            guard try isKey(tag, of: claim.approval.by, &past) else { continue }
            let old = records[RecordID.key(claim.entry.id)]?.first { $0.kind.name == claim.entry.kind.name }
            guard let old, old.matches(claim.digest), old.head?.approvals.contains(claim.approval) ?? false else {
              continue
            }
            findings[claim.place] = .proved(ApprovalProof(commit: tag.commit, tag: tag.name, fingerprint: tag.fingerprint))
          }
        }
        open = open.filter { if case .proved? = findings[$0.place] { false } else { true } }
      }
    }
  }

  /// Whether the signing key of a tag belongs to the role (rule 16). The role must list the key now. The role must also list
  /// the key in the tagged commit or in an ancestor of that commit.
  private mutating func isKey(_ tag: Tag, of role: Reference<Role>, _ past: inout PastRecords) throws -> Bool {
    guard roles.fingerprints(of: role).contains(tag.fingerprint) else { return false }
    let firsts = try roles.firstCommits(with: tag.fingerprint, of: role, &past)
    return try roles.contains(firsts, inTagged: tag.commit)
  }

  private func request(_ claim: ApprovalProving.Claim, _ tag: Tag) -> VerifiedFiles.Request {
    .init(commit: tag.commit, path: claim.entry.path)
  }

  /// The number of tags that are checked in one batch.
  private static let together = 16
  /// The maximum number of tags whose signatures are verified. Without a limit, anyone with push access could make the
  /// verification very slow with many tags that claim a key of a role.
  private static let most = 256

  /// A tag whose SSH signature contains a key of a role. The signature is not verified yet.
  private struct Candidate {
    let name: String
    let commit: ObjectID
    let object: SignedObject
  }

  /// The tags that point to a commit and whose SSH signature contains one of `keys`, newest first. The signatures are not
  /// verified yet.
  private func signed(with keys: Set<String>, _ files: inout VerifiedFiles) throws -> [Candidate] {
    let listing = try repository.output([
      "for-each-ref", "--sort=-creatordate", "--format=%(objectname) %(objecttype)", "refs/tags",
    ])
    let ids = listing.split(separator: 0x0A).compactMap { line -> ObjectID? in
      let words = line.split(separator: 0x20)
      guard words.count == 2, words[1].elementsEqual("tag".utf8) else { return nil }
      return ObjectID(words[0])
    }
    try files.load(ids, type: "tag")
    var found: [Candidate] = []
    for id in ids where found.count < TagProving.most {
      guard let bytes = files.bytes(id), let commit = SignedObject.header("object", in: bytes).flatMap({ ObjectID($0) }),
        SignedObject.header("type", in: bytes) == Array("commit".utf8), let name = SignedObject.header("tag", in: bytes)
      else { continue }
      let object = SignedObject(tag: bytes)
      guard case .ssh(let signature) = object.signature, let named = PublicKey(namedBy: signature),
        keys.contains(named.fingerprint)
      else { continue }
      found.append(Candidate(name: String(decoding: name, as: UTF8.self), commit: commit, object: object))
    }
    return found
  }

  private func verified(_ candidate: Candidate) throws -> Tag? {
    guard case .key(let print) = try Signer(candidate.object) else { return nil }
    return Tag(
      name: candidate.name, commit: candidate.commit, fingerprint: print, words: TagProving.words(candidate.object.message))
  }

  /// The words of a text, in lower case. A word is a sequence of ASCII letters, digits and bytes that are not ASCII.
  private static func words(_ message: [UInt8]) -> Set<[UInt8]> {
    let words = message.split { byte in
      !((0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80)
    }
    return Set(words.map { $0.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } })
  }
}
