import DossierAnalysis
import DossierComparison
import DossierRecords
import DossierText

/// Determines which approvals git commits and signatures prove. Approvals without a digest are ignored.
///
/// The commit that added an approval can prove it. This is the first commit in the record's history that contains the approval.
/// If that commit proves nothing, a tag can prove it: a tag of a commit that contains both the approval and the approved text.
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

    /// Whether the approved text is the current text of the record.
    var isCurrent: Bool { digest == entry.digest }
  }

  /// Determines the proofs of all approvals. Without `withTags`, only commits prove an approval, because tags are not part of a
  /// commit and can differ between clones.
  static func proofs(
    of entries: [Entry], _ history: RecordHistory, in workspace: Workspace, parser: FileParser, withTags: Bool
  ) throws -> ApprovalProofs {
    let bound = entries.filter { $0.head?.approvals.contains { $0.digest != nil } ?? false }
    guard !bound.isEmpty else { return ApprovalProofs([:]) }
    do {
      if case .none(let reason) = history.extent { return without(bound, reason) }
      var proving = ApprovalProving(
        repository: try GitRepository(of: workspace), history: history, roles: RoleKeys(entries), parser: parser)
      let counts = Dictionary(grouping: entries) { RecordID.key($0.id) }.mapValues(\.count)
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
          digest == entry.digest ? .unproved(.noHistory(reason)) : .changed(.unknown("there is no history: \(reason)"))
      }
    }
    return ApprovalProofs(findings)
  }

  /// `unique` contains the keys of ids that only one record has.
  private mutating func proofs(of entries: [Entry], unique: Set<String>, withTags: Bool) throws -> ApprovalProofs {
    try past.load(entries.flatMap { history.revisions(of: $0.id) }, from: repository)
    var introduced: [(claim: Claim, revision: Revision)] = []
    var open: [Claim] = []
    for entry in entries {
      for (i, approval) in (entry.head?.approvals ?? []).enumerated() {
        guard let digest = approval.digest else { continue }
        let claim = Claim(place: .init(entry, i), entry: entry, approval: approval, digest: digest)
        if !unique.contains(RecordID.key(entry.id)) {
          // The history cannot be assigned to one of the records, so it does not show which of them was approved.
          let doubt = ApprovalDoubt.sharedID
          findings[claim.place] = claim.isCurrent ? .unproved(doubt) : .changed(.unknown(doubt.words))
        } else {
          open.append(claim)
          if history.extent.absent > 0 {
            findings[claim.place] = .unproved(.damaged)
          } else if let revision = introduction(of: claim) {
            introduced.append((claim, revision))
          }
        }
      }
    }
    try evaluate(introduced)
    if withTags {
      let current = open.filter { claim in
        if case .proved? = findings[claim.place] { false } else { claim.isCurrent }
      }
      try TagProving(repository: repository, roles: roles).prove(current, &past, &files, &findings)
    }
    // For an approval of an earlier text, also report the proof that the approval was given.
    for claim in open where !claim.isCurrent {
      let proof: ApprovalProof? = if case .proved(let proof)? = findings[claim.place] { proof } else { nil }
      findings[claim.place] = .changed(approvedText(claim, proof))
    }
    return ApprovalProofs(findings)
  }

  /// Compares the approved text with the current text of the record.
  private func approvedText(_ claim: Claim, _ proof: ApprovalProof?) -> ApprovedText {
    for revision in history.revisions(of: claim.entry.id) {
      guard let old = past.entry(revision, like: claim.entry), old.digest == claim.digest else { continue }
      return .differs(commit: revision.commit.id, fields: claim.entry.changedFields(since: old), proof: proof)
    }
    switch history.extent {
    case .damaged: return .unknown("the approved text was not found, and this clone is incomplete")
    case .shallow: return .unknown("the approved text is not in this shallow clone")
    default: return .unknown("the approved text is not in any commit")
    }
  }

  /// The first revision that contains the approval, if it may prove it. Otherwise records the reason in `findings` and returns
  /// nil.
  private mutating func introduction(of claim: Claim) -> Revision? {
    for revision in history.revisions(of: claim.entry.id).reversed() where past.mentions(claim.digest, revision) {
      guard let old = past.entry(revision, like: claim.entry), old.head?.approvals.contains(claim.approval) ?? false else {
        continue
      }
      if revision.change == .firstKnown {
        findings[claim.place] = .unproved(.shallow)
      } else if old.digest != claim.digest {
        findings[claim.place] = .unproved(.otherText(revision.commit.id))
      } else {
        return revision
      }
      return nil
    }
    findings[claim.place] = .unproved(.uncommitted)
    return nil
  }

  private mutating func evaluate(_ introduced: [(claim: Claim, revision: Revision)]) throws {
    let requests = introduced.map { VerifiedFiles.Request(commit: $0.revision.commit.id, path: $0.revision.path) }
    let found = try files.files(requests)
    var signers: [ObjectID: Signer] = [:]
    var proved: [ObjectID: [(claim: Claim, revision: Revision)]] = [:]
    for ((claim, revision), request) in zip(introduced, requests) {
      let id = revision.commit.id
      guard let bytes = files.bytes(id), found[request]?.object == revision.object else {
        findings[claim.place] = .unproved(.forgedObject(id))
        continue
      }
      let signer = try signers[id] ?? Signer(SignedObject(commit: bytes, named: id))
      signers[id] = signer
      let finding = try finding(signer, claim, id)
      findings[claim.place] = finding
      if case .proved = finding { proved[id, default: []].append((claim, revision)) }
    }
    for (commit, claims) in proved {
      guard let replaced = try files.replaced(by: commit) else {
        for (claim, _) in claims { findings[claim.place] = .unproved(.forgedObject(commit)) }
        continue
      }
      let before = PriorApprovals(replaced, naming: Set(claims.map(\.claim.digest)), past.parser)
      for (claim, revision) in claims {
        let after = past.entry(revision, like: claim.entry)?.head?.approvals ?? []
        if let doubt = before.doubt(of: claim.approval, among: after, in: commit) { findings[claim.place] = .unproved(doubt) }
      }
    }
  }

  private mutating func finding(_ signer: Signer, _ claim: Claim, _ commit: ObjectID) throws -> ApprovalProofs.Finding {
    switch signer {
    case .none: return .unproved(.unsigned(commit))
    case .foreign: return .unproved(.foreignSignature(commit))
    case .invalid: return .unproved(.invalidSignature(commit))
    case .unchecked: return .unproved(.noProgram)
    case .key(let print):
      let role = claim.approval.by
      if roles.fingerprints(of: role).contains(print) {
        let since = try roles.listed(print, role, history, &past, repository).last
        return .proved(
          ApprovalProof(commit: commit, tag: nil, fingerprint: print, keySince: history.extent == .whole ? since : nil))
      }
      if try !roles.listed(print, role, history, &past, repository).isEmpty {
        return .unproved(.formerKey(commit, fingerprint: print))
      }
      return .unproved(roles.fingerprints(of: role).isEmpty ? .noKeys(commit) : .otherKey(commit, fingerprint: print))
    }
  }
}
