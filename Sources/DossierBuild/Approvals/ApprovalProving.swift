import DossierAnalysis
import DossierComparison
import DossierRecords
import DossierText

/// Determines which approvals git commits and signatures prove. Approvals without a digest are ignored.
///
/// `docs/approvals.md` defines in numbered rules what proves an approval. Comments here refer to these rules by number. A signed
/// commit can prove an approval that the commit added. If no commit proves the approval, a signed tag can prove it. The tag
/// message must then contain the digest, and the tagged commit must contain the approval and the approved text.
struct ApprovalProving {
  private let repository: GitRepository
  private let history: RecordHistory
  private var roles: RoleKeys
  private var past: PastRecords
  private var files: VerifiedFiles
  private var findings: [ApprovalProofs.Place: ApprovalProofs.Finding] = [:]

  /// An approval with the digest of the approved text.
  struct Claim {
    let place: ApprovalProofs.Place
    let entry: Entry
    let approval: Approval
    let digest: Digest

    /// Whether the approval covers the current record (rule 7).
    let isCurrent: Bool
  }

  /// Determines the proofs of all approvals. `unreadIDs` are the ids of records without an entry. If `withTags` is false, only
  /// commits can prove an approval. Tags are not part of a commit and can differ between clones.
  static func proofs(
    of entries: [Entry], unreadIDs: [String], _ history: RecordHistory, in workspace: Workspace, parser: FileParser,
    withTags: Bool
  ) throws -> ApprovalProofs {
    let bound = entries.filter { $0.head?.approvals.contains { $0.digest != nil } ?? false }
    guard !bound.isEmpty else { return ApprovalProofs([:]) }
    do {
      if case .none(let reason) = history.extent { return without(bound, reason) }
      let repository = try GitRepository(of: workspace)
      var proving = ApprovalProving(
        repository: repository, history: history, roles: RoleKeys(entries, history, repository), parser: parser)
      // A record that could not be read also has its id.
      let counts = Dictionary((entries.map(\.id) + unreadIDs).map { (RecordID.key($0), 1) }, uniquingKeysWith: +)
      return try proving.proofs(of: bound, unique: Set(counts.filter { $0.value == 1 }.keys), withTags: withTags)
    } catch let absence as GitRepository.Absence {
      return without(bound, absence.words)
    }
  }

  private init(repository: GitRepository, history: RecordHistory, roles: RoleKeys, parser: FileParser) {
    (self.repository, self.history, self.roles) = (repository, history, roles)
    past = PastRecords(parser)
    files = VerifiedFiles(repository)
  }

  private static func without(_ entries: [Entry], _ reason: String) -> ApprovalProofs {
    var findings: [ApprovalProofs.Place: ApprovalProofs.Finding] = [:]
    for entry in entries {
      for (i, approval) in (entry.head?.approvals ?? []).enumerated() {
        guard let digest = approval.digest else { continue }
        findings[.init(entry, i)] =
          entry.matches(digest) ? .unproved(.noHistory(reason)) : .changed(.unknown("there is no history: \(reason)"))
      }
    }
    return ApprovalProofs(findings)
  }

  /// `unique` contains the ids (as `RecordID.key`) that occur only once. All other ids belong to several records.
  private mutating func proofs(of entries: [Entry], unique: Set<String>, withTags: Bool) throws -> ApprovalProofs {
    try past.load(entries.flatMap(revisions), from: repository)
    var introduced: [Introduction] = []
    var open: [Claim] = []
    for entry in entries {
      for (i, approval) in (entry.head?.approvals ?? []).enumerated() {
        guard let digest = approval.digest else { continue }
        let claim = Claim(
          place: .init(entry, i), entry: entry, approval: approval, digest: digest, isCurrent: isCurrent(digest, entry))
        if !unique.contains(RecordID.key(entry.id)) {
          // Several records have this id. The history of the id does not show which of these records was approved.
          let doubt = ApprovalDoubt.sharedID
          findings[claim.place] = claim.isCurrent ? .unproved(doubt) : .changed(.unknown(doubt.words))
        } else {
          open.append(claim)
          if history.extent.absent > 0 {
            findings[claim.place] = .unproved(.damaged)
          } else {
            introduced += introductions(of: claim)
          }
        }
      }
    }
    try evaluate(introduced)
    if withTags {
      let current = open.filter { claim in
        if case .proved? = findings[claim.place] { false } else { claim.isCurrent }
      }
      var proving = TagProving(repository: repository, roles: roles)
      try proving.prove(current, &past, &files, &findings)
    }
    // If an approval covers only an earlier text, report the record as changed. Keep the proof of the approval, if there is one.
    for claim in open where !claim.isCurrent {
      let proof: ApprovalProof? = if case .proved(let proof)? = findings[claim.place] { proof } else { nil }
      findings[claim.place] = .changed(approvedText(claim, proof))
    }
    return ApprovalProofs(findings)
  }

  /// The revisions that can contain approvals of a record. An adopted file has none: the configuration decides which record its
  /// text is, and the configuration is not a part of the text.
  private func revisions(of entry: Entry) -> [Revision] { entry.isAdopted ? [] : history.revisions(of: entry.id) }

  /// Whether the digest covers the current record (rule 7). The digest covers the record if it matches the current text. It
  /// also covers the record if it matches an earlier text with the same approved content.
  private func isCurrent(_ digest: Digest, _ entry: Entry) -> Bool {
    entry.matches(digest)
      || revisions(of: entry).contains { revision in
        past.entry(revision, like: entry).map { $0.wholeDigest == digest && entry.matches($0.digest) } ?? false
      }
  }

  /// Compares the approved text with the current text of the record.
  private func approvedText(_ claim: Claim, _ proof: ApprovalProof?) -> ApprovedText {
    for revision in revisions(of: claim.entry) {
      guard let old = past.entry(revision, like: claim.entry), old.matches(claim.digest) else { continue }
      return .differs(commit: revision.commit.id, fields: claim.entry.changedFields(since: old), proof: proof)
    }
    switch history.extent {
    case .damaged: return .unknown("the approved text was not found, and this clone is incomplete")
    case .shallow: return .unknown("the approved text is not in this shallow clone")
    default: return .unknown("the approved text is not in any commit")
    }
  }

  /// An approval (`claim`), and the revision of its record that added the approval.
  private struct Introduction {
    let claim: Claim
    let revision: Revision
    /// The approvals of the record in the commit.
    let after: [Approval]
  }

  /// Finds the first commits that contain the approval. Returns the commits that can prove the approval (rules 10 to 12). For
  /// each of the other commits, records the reason why the commit does not prove the approval.
  private mutating func introductions(of claim: Claim) -> [Introduction] {
    let digest = DigestMentions([claim.digest])
    let isRead = !claim.entry.isAdopted
    let first = history.introductions(of: claim.entry.id) { revision in
      isRead && past.mayContain(digest, revision) && past.approvals(revision, like: claim.entry).contains(claim.approval)
    }
    if first.isEmpty { findings[claim.place] = .unproved(.uncommitted) }
    var introductions: [Introduction] = []
    for revision in first {
      let old = past.entry(revision, like: claim.entry)
      let commit = revision.commit.id
      if revision.change == .firstKnown {
        doubt(claim, .shallow)
      } else if !revision.isOnly {
        doubt(claim, .sharedBefore(commit))
      } else if let old, old.matches(claim.digest) {
        introductions.append(.init(claim: claim, revision: revision, after: old.head?.approvals ?? []))
      } else {
        doubt(claim, .otherText(commit))
      }
    }
    return introductions
  }

  /// Records the reason why a commit does not prove an approval. Does nothing if the approval already has a finding: a proof by
  /// another commit, or an earlier reason.
  private mutating func doubt(_ claim: Claim, _ doubt: ApprovalDoubt) {
    if findings[claim.place] == nil { findings[claim.place] = .unproved(doubt) }
  }

  private mutating func evaluate(_ introduced: [Introduction]) throws {
    let requests = introduced.map { VerifiedFiles.Request(commit: $0.revision.commit.id, path: $0.revision.path) }
    let found = try files.files(requests)
    var signers: [ObjectID: Signer] = [:]
    var signed: [(introduction: Introduction, proof: ApprovalProof)] = []
    let mentions = DigestMentions(Set(introduced.map(\.claim.digest)))
    let written = found.mapValues { mentions.counts(in: $0.bytes) }
    for (introduction, request) in zip(introduced, requests) {
      let (claim, id) = (introduction.claim, introduction.revision.commit.id)
      guard let bytes = files.bytes(id), found[request]?.object == introduction.revision.object else {
        doubt(claim, .forgedObject(id))
        continue
      }
      // Earlier files are searched for the 64 digits. So the commit must contain the digest as 64 digits too (rule 13).
      guard written[request]?[claim.digest] ?? 0 >= introduction.after.count(where: { $0.digest == claim.digest }) else {
        doubt(claim, .escapedDigest(id))
        continue
      }
      let signer = try signers[id] ?? Signer(SignedObject(commit: bytes, named: id))
      signers[id] = signer
      switch try finding(signer, claim, id) {
      case .success(let proof): signed.append((introduction, proof))
      case .failure(let reason): doubt(claim, reason)
      }
    }
    try confirm(signed)
  }

  /// Checks that each approval did not exist before its signed commit (rules 13, 14 and 17). Records the proof of the
  /// approval, or the reason why the commit does not prove it.
  private mutating func confirm(_ signed: [(introduction: Introduction, proof: ApprovalProof)]) throws {
    guard !signed.isEmpty else { return }
    // Use a fixed order, because only the first reason is kept.
    let signed = signed.sorted { $0.proof.commit.description < $1.proof.commit.description }
    let commits = signed.map(\.proof.commit)
    let digests = Set(signed.map(\.introduction.claim.digest))
    let ancestry = try Ancestry(of: commits, in: repository)
    var search = TreeSearch(digests)
    try search.search(ancestry.nodes.map(\.tree), in: repository)
    let added = signed.map { one in
      EarlierMentions.Added(claim: one.introduction.claim, commit: one.proof.commit, after: one.introduction.after)
    }
    let earlier = try EarlierMentions(of: added, ancestry, search, repository, past)
    let parents = commits.map { ancestry.parents(of: $0) }
    let escaped = try EscapedApprovals(in: Set(parents.joined()), of: digests, search, past.parser, repository)
    for (i, added) in added.enumerated() {
      let file = parents[i].lazy.compactMap { escaped.file(with: added.claim.digest, in: $0) }.first
      if let reason = earlier.doubt(of: added) ?? file.map({ .priorApproval(added.commit, file: $0) }) {
        doubt(added.claim, reason)
      } else {
        findings[added.claim.place] = .proved(signed[i].proof)
      }
    }
  }

  /// Evaluates the signature of a commit that added the approval (rules 15 and 16). Returns the proof, or the reason why the
  /// signature does not prove the approval.
  private mutating func finding(
    _ signer: Signer, _ claim: Claim, _ commit: ObjectID
  ) throws -> Result<ApprovalProof, ApprovalDoubt> {
    switch signer {
    case .none: return .failure(.unsigned(commit))
    case .foreign: return .failure(.foreignSignature(commit))
    case .invalid: return .failure(.invalidSignature(commit))
    case .unchecked: return .failure(.noProgram)
    case .key(let print):
      let role = claim.approval.by
      let firsts = try roles.firstCommits(with: print, of: role, &past)
      if roles.fingerprints(of: role).contains(print) {
        guard !firsts.isEmpty else { return .failure(.uncommittedKey(commit, fingerprint: print)) }
        guard let since = roles.first(of: firsts, upTo: commit) else {
          return .failure(.laterKey(commit, fingerprint: print))
        }
        return .success(
          ApprovalProof(commit: commit, tag: nil, fingerprint: print, keySince: history.extent == .whole ? since : nil))
      }
      if !firsts.isEmpty { return .failure(.formerKey(commit, fingerprint: print)) }
      return .failure(roles.fingerprints(of: role).isEmpty ? .noKeys(commit) : .otherKey(commit, fingerprint: print))
    }
  }
}

extension ApprovalDoubt: Error {}
