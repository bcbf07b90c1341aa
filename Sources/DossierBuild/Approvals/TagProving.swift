import DossierRecords
import DossierText

/// Proves approvals with signed tags (rules 18 to 20 of `docs/approvals.md`). The tag must be signed with a key of the approving
/// role, and its message must contain the digest of the approval. The tagged commit must contain both the approval and the
/// approved text.
struct TagProving {
  let repository: GitRepository
  var roles: RoleKeys

  /// A tag that may prove approvals: its message contains their digests, and its signature contains a key of their roles. The
  /// signature is not verified yet.
  private struct Candidate {
    let name: String
    let commit: ObjectID
    let object: SignedObject
    /// The positions of the claims that the tag may prove.
    let claims: [Int]
    /// The number of newer candidates for the same claim. The lowest of these numbers, if the tag has several claims.
    let rank: Int
  }

  /// A tag whose signature is valid.
  private struct Tag {
    let name: String
    let commit: ObjectID
    let fingerprint: String
    let claims: [Int]
  }

  mutating func prove(
    _ claims: [ApprovalProving.Claim], _ past: inout PastRecords, _ files: inout VerifiedFiles,
    _ findings: inout [ApprovalProofs.Place: ApprovalProofs.Finding]
  ) throws {
    var open = Set(claims.indices)
    var left = claims.count + TagProving.most
    var rest = try candidates(for: claims, &files)[...]
    while !rest.isEmpty, left > 0 {
      let batch = rest.prefix(min(TagProving.together, left))
      let tags = try batch.compactMap(verified)
      left -= batch.count
      rest = rest.dropFirst(batch.count)
      let requests = tags.flatMap { tag in
        Set(tag.claims.map { claims[$0].entry.path }).sorted().map { VerifiedFiles.Request(commit: tag.commit, path: $0) }
      }
      let found = try files.files(requests)
      for tag in tags {
        // A file with many records is parsed once for each tag.
        let byPath = Dictionary(grouping: tag.claims.filter(open.contains)) { claims[$0].entry.path }
        for (path, numbers) in byPath.sorted(by: { $0.key < $1.key }) {
          guard let file = found[.init(commit: tag.commit, path: path)] else { continue }
          let old = past.records(in: file, at: path)
          for number in numbers where try isProof(tag, old, of: claims[number], &past) {
            let proof = ApprovalProof(commit: tag.commit, tag: tag.name, fingerprint: tag.fingerprint)
            findings[claims[number].place] = .proved(proof)
            open.remove(number)
          }
        }
      }
      rest = rest.filter { $0.claims.contains(where: open.contains) }[...]
    }
    var unchecked: [Int: [String]] = [:]
    for tag in rest {
      for number in tag.claims where open.contains(number) { unchecked[number, default: []].append(tag.name) }
    }
    for (number, names) in unchecked {
      guard case .unproved(let doubt)? = findings[claims[number].place] else { continue }
      findings[claims[number].place] = .unproved(.uncheckedTags(names, doubt))
    }
  }

  /// Whether the tag proves the approval. `old` are the records of the file at the path of the record in the tagged commit.
  private mutating func isProof(
    _ tag: Tag, _ old: [String: [Entry]], of claim: ApprovalProving.Claim, _ past: inout PastRecords
  ) throws -> Bool {
    guard
      let record = old[RecordID.key(claim.entry.id)]?.first(where: { $0.kind.name == claim.entry.kind.name }),
      record.matches(claim.digest), record.head?.approvals.contains(claim.approval) ?? false
    else { return false }
    return try isKey(tag, of: claim.approval.by, &past)
  }

  /// Whether the signing key of a tag belongs to the role (rule 16). The role must list the key now. The role must also list
  /// the key in the tagged commit or in an ancestor of that commit.
  private mutating func isKey(_ tag: Tag, of role: Reference<Role>, _ past: inout PastRecords) throws -> Bool {
    guard roles.fingerprints(of: role).contains(tag.fingerprint) else { return false }
    let firsts = try roles.firstCommits(with: tag.fingerprint, of: role, &past)
    return try roles.contains(firsts, inTagged: tag.commit)
  }

  /// The number of tags that are checked in one batch.
  private static let together = 16
  /// The maximum number of tags to check, besides one for each approval. Without a limit, anyone with push access could push very
  /// many tags with signatures that claim a role's key.
  private static let most = 256

  /// The candidates: the newest of each claim, then the second newest of each claim, and so on. So many tags for one approval do
  /// not hide the proofs of other approvals.
  private func candidates(for claims: [ApprovalProving.Claim], _ files: inout VerifiedFiles) throws -> [Candidate] {
    let byDigest = Dictionary(grouping: claims.indices) { Array(claims[$0].digest.description.utf8) }
    let keys = claims.map { roles.fingerprints(of: $0.approval.by) }
    guard keys.contains(where: { !$0.isEmpty }) else { return [] }
    var counts = Array(repeating: 0, count: claims.count)
    var found: [Candidate] = []
    for (object, commit, name) in try tags(&files) {
      let mentioned = TagProving.words(object.message).flatMap { byDigest[$0] ?? [] }
      guard !mentioned.isEmpty, case .ssh(let signature) = object.signature, let named = PublicKey(namedBy: signature) else {
        continue
      }
      let own = mentioned.filter { keys[$0].contains(named.fingerprint) }
      guard let rank = own.map({ counts[$0] }).min() else { continue }
      for number in own { counts[number] += 1 }
      found.append(Candidate(name: name, commit: commit, object: object, claims: own.sorted(), rank: rank))
    }
    return found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
  }

  /// The annotated tags of commits, newest first.
  private func tags(_ files: inout VerifiedFiles) throws -> [(object: SignedObject, commit: ObjectID, name: String)] {
    let listing = try repository.output([
      "for-each-ref", "--sort=-creatordate", "--format=%(objectname) %(objecttype)", "refs/tags",
    ])
    // Several names can refer to one tag object.
    var known: Set<ObjectID> = []
    let ids = listing.split(separator: 0x0A).compactMap { line -> ObjectID? in
      let words = line.split(separator: 0x20)
      guard words.count == 2, words[1].elementsEqual("tag".utf8), let id = ObjectID(words[0]) else { return nil }
      return known.insert(id).inserted ? id : nil
    }
    try files.load(ids, type: "tag")
    return ids.compactMap { id in
      guard let bytes = files.bytes(id), let commit = SignedObject.header("object", in: bytes).flatMap({ ObjectID($0) }),
        SignedObject.header("type", in: bytes) == Array("commit".utf8), let name = SignedObject.header("tag", in: bytes)
      else { return nil }
      return (SignedObject(tag: bytes), commit, String(decoding: name, as: UTF8.self))
    }
  }

  private func verified(_ candidate: Candidate) throws -> Tag? {
    guard case .key(let print) = try Signer(candidate.object) else { return nil }
    return Tag(name: candidate.name, commit: candidate.commit, fingerprint: print, claims: candidate.claims)
  }

  /// The words of a text, in lower case. A word is a sequence of ASCII letters, digits and bytes that are not ASCII.
  private static func words(_ message: [UInt8]) -> Set<[UInt8]> {
    let words = message.split { byte in
      !((0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80)
    }
    return Set(words.map { $0.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } })
  }
}
