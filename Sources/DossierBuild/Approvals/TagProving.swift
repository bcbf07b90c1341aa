import DossierRecords
import DossierText

/// Proves approvals by signed tags: one of a commit in which an approval stands beside the text it names, signed with a key of its role.
struct TagProving {
  let repository: GitRepository
  let roles: RoleKeys

  /// A tag whose signature is good.
  private struct Tag {
    let name: String
    let commit: ObjectID
    let fingerprint: String
  }

  func prove(
    _ claims: [ApprovalProving.Claim], _ past: inout PastRecords, _ files: inout VerifiedFiles,
    _ findings: inout [ApprovalProofs.Place: ApprovalProofs.Finding]
  ) throws {
    let keys = Set(claims.flatMap { roles.fingerprints(of: $0.approval.by) })
    guard !keys.isEmpty else { return }
    let tags = try tags(signedWith: keys, &files)
    let tried = claims.flatMap { claim in
      tags.filter { roles.fingerprints(of: claim.approval.by).contains($0.fingerprint) }.map { (claim, $0) }
    }
    func request(_ claim: ApprovalProving.Claim, _ tag: Tag) -> VerifiedFiles.Request {
      .init(commit: tag.commit, path: claim.entry.path)
    }
    let found = try files.files(tried.map { request($0.0, $0.1) })
    for (claim, tag) in tried {
      if case .proved? = findings[claim.place] { continue }
      guard let file = found[request(claim, tag)],
        let old = past.record(in: file, at: claim.entry.path, like: claim.entry), old.digest == claim.entry.digest,
        old.head?.approvals.contains(claim.approval) ?? false
      else { continue }
      findings[claim.place] = .proved(ApprovalProof(commit: tag.commit, tag: tag.name, fingerprint: tag.fingerprint))
    }
  }

  /// Tags of commits, in the order of their names.
  private func tags(signedWith keys: Set<String>, _ files: inout VerifiedFiles) throws -> [Tag] {
    let listing = try repository.output(["for-each-ref", "--format=%(objectname) %(objecttype)", "refs/tags"])
    let ids = listing.split(separator: 0x0A).compactMap { line -> ObjectID? in
      let words = line.split(separator: 0x20)
      guard words.count == 2, words[1].elementsEqual("tag".utf8) else { return nil }
      return ObjectID(words[0])
    }
    try files.load(ids, type: "tag")
    return try ids.compactMap { id in
      guard let bytes = files.bytes(id), let commit = SignedObject.header("object", in: bytes).flatMap({ ObjectID($0) }),
        SignedObject.header("type", in: bytes) == Array("commit".utf8), let name = SignedObject.header("tag", in: bytes)
      else { return nil }
      let tag = SignedObject(tag: bytes)
      // Only one that says it is by such a key is worth a run of another program.
      guard case .ssh(let signature) = tag.signature, let named = PublicKey(namedBy: signature), keys.contains(named.fingerprint),
        case .key(let print) = try Signer(tag), keys.contains(print)
      else { return nil }
      return Tag(name: String(decoding: name, as: UTF8.self), commit: commit, fingerprint: print)
    }
  }
}
