package import DossierRecords
package import DossierText

extension Dossier {
  /// The date of the commit that introduced an approval. Nil if the commit is not known.
  ///
  /// Only approvals with a digest are looked up in git; for other approvals the result is nil. `index` is the position of the
  /// approval in `approvals` of the record.
  package func recordedInGit(_ entry: Entry, approval index: Int) -> CivilDate? {
    guard let commit = proofs[entry, index]?.introducedBy else { return nil }
    return history.revisions(of: entry.id).first { $0.commit.id == commit }?.commit.day
  }
}

extension ApprovalProofs.Finding {
  /// The commit that introduced the approval. Nil if the commit is not known.
  fileprivate var introducedBy: ObjectID? {
    switch self {
    // If a signed tag proves the approval, return nil. The tagged commit contains the approval, but an earlier commit may have
    // introduced it.
    case .proved(let proof): proof.tag == nil ? proof.commit : nil
    case .changed: nil
    case .unproved(let doubt): doubt.introducedBy
    }
  }
}

extension ApprovalDoubt {
  fileprivate var introducedBy: ObjectID? {
    switch self {
    case .otherText(let commit), .unsigned(let commit), .foreignSignature(let commit), .invalidSignature(let commit),
      .forgedObject(let commit), .noKeys(let commit), .otherKey(let commit, _), .formerKey(let commit, _),
      .uncommittedKey(let commit, _), .laterKey(let commit, _), .escapedDigest(let commit):
      commit
    case .uncheckedTags(_, let doubt): doubt.introducedBy
    case .unbound, .notAsked, .noHistory, .uncommitted, .shallow, .sharedID, .sharedBefore, .damaged,
      .priorApproval, .earlierMention, .unknownBefore, .converted, .noProgram:
      nil
    }
  }
}
