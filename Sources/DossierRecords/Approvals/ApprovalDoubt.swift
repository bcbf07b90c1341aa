import DossierText

/// The reason why an approval is not proved: no verified signature shows that the named role gave the approval.
package indirect enum ApprovalDoubt: Sendable, Hashable {
  /// The approval has no digest.
  case unbound
  case notAsked
  case noHistory(String)
  case uncommitted
  /// The clone is shallow and does not contain the commit that introduced the approval.
  case shallow
  /// Several records have the same id.
  case sharedID
  /// Several records have the id of the record, in the commit that introduced the approval or in a parent of that commit.
  case sharedBefore(ObjectID)
  /// Older versions of files are missing from the clone, or do not match their hashes.
  case damaged
  /// In the commit that introduced the approval, the record does not match the digest of the approval.
  case otherText(ObjectID)
  /// The first commit with the approval is signed, but a file of a parent commit contained the approval.
  case priorApproval(ObjectID, file: String)
  /// The first commit with the approval is signed, but the ancestor `before` mentions the digest in a file.
  case earlierMention(ObjectID, before: ObjectID, file: String)
  /// The first commit with the approval is signed. But a file of one of its ancestors is missing from the clone or does not match
  /// its hash.
  case unknownBefore(ObjectID)
  /// The first commit with the approval is signed. But in this commit or a parent of it, attributes make git convert the encoding of
  /// files.
  case converted(ObjectID)
  /// The first commit with the approval does not contain the digest as 64 digits.
  case escapedDigest(ObjectID)
  case unsigned(ObjectID)
  /// The signature is not an SSH signature.
  case foreignSignature(ObjectID)
  case invalidSignature(ObjectID)
  /// The commit, one of its trees or files, or an object of a parent is missing or does not match its hash.
  case forgedObject(ObjectID)
  case noKeys(ObjectID)
  case otherKey(ObjectID, fingerprint: String)
  /// The role listed the key in an earlier commit, but does not list the key now.
  case formerKey(ObjectID, fingerprint: String)
  /// The role lists the key in the sources, but in no commit.
  case uncommittedKey(ObjectID, fingerprint: String)
  /// The role lists the key now. The role did not list the key in the commit that introduced the approval, or in an ancestor of
  /// that commit.
  case laterKey(ObjectID, fingerprint: String)
  /// No commit proves the approval, for the given reason. There are too many tags with its digest and with a signature that
  /// names a key of the role, so not all signatures were checked.
  /// The names are those of the tags that were not checked.
  case uncheckedTags([String], ApprovalDoubt)
  case noProgram

  /// The reason as a clause: "it is not in any commit".
  package var words: String {
    switch self {
    case .unbound: "it has no digest, so it does not say which version was approved"
    case .notAsked: "git was not read"
    case .noHistory(let reason): "the history is not available: \(reason)"
    case .uncommitted: "it is not in any commit"
    case .shallow: "this clone is shallow and does not contain the commit that introduced it"
    case .sharedID: "another record has the same id, so it is unknown to which of the two this history belongs"
    case .sharedBefore(let commit):
      "commit \(commit.short), which introduced it, or a parent of that commit contains more than one text of the record, so it is"
        + " unknown which text was approved"
    case .damaged: "this clone is incomplete or damaged, so it is not known which commit introduced it"
    case .otherText(let commit): "in commit \(commit.short), which introduced it, the record does not match the digest"
    case .priorApproval(let commit, let file):
      "commit \(commit.short) is signed, but the approval existed before, in \(TerminalText.visible(file))"
    case .earlierMention(let commit, let before, let file):
      "commit \(commit.short) is signed, but the digest existed before, in \(TerminalText.visible(file)) of commit"
        + " \(before.short); to prove the approval, sign a tag with the digest in its message"
    case .unknownBefore(let commit):
      "commit \(commit.short) is signed, but not all earlier files can be searched for the digest, because a file is missing"
        + " or damaged"
    case .converted(let commit):
      "commit \(commit.short) is signed, but `working-tree-encoding` in a file `.gitattributes` lets git change the bytes of files, so"
        + " it is unknown who wrote the digest; to prove the approval, sign a tag with the digest in its message"
    case .escapedDigest(let commit): "in commit \(commit.short), which introduced it, the digest is not written as 64 digits"
    case .unsigned(let commit): "commit \(commit.short), which introduced it, is not signed"
    case .foreignSignature(let commit): "commit \(commit.short), which introduced it, is not signed with an SSH key"
    case .invalidSignature(let commit): "the signature of commit \(commit.short), which introduced it, does not match its content"
    case .forgedObject(let commit):
      "commit \(commit.short), which introduced it, or one of its objects is missing or does not match its hash"
    case .noKeys(let commit): "commit \(commit.short), which introduced it, is signed, but the role lists no key"
    case .otherKey(let commit, let print):
      "commit \(commit.short), which introduced it, is signed with \(print), which is not a key of the role"
    case .formerKey(let commit, let print):
      "commit \(commit.short), which introduced it, is signed with \(print), which is a former key of the role"
    case .uncommittedKey(let commit, let print):
      "commit \(commit.short), which introduced it, is signed with \(print); no commit contains the entry of this key in the role"
    case .laterKey(let commit, let print):
      "commit \(commit.short), which introduced it, is signed with \(print), but the role listed the key only after this commit; to"
        + " prove the approval, approve again in a new signed commit, or sign a tag of a new commit"
    case .uncheckedTags(let names, let doubt):
      "\(doubt.words); \(names.count == 1 ? "1 tag" : "\(names.count) tags") with its digest and with a signature that names a"
        + " key of the role \(names.count == 1 ? "was" : "were") not checked, because there are too many such tags:"
        + " \(ApprovalDoubt.listed(names)); delete the tags whose signature is not valid, and run dossier again"
    case .noProgram: "the program ssh-keygen is not installed, so no signature was checked"
    }
  }
  /// The first names, and the number of the others.
  private static func listed(_ names: [String]) -> String {
    names.prefix(3).map(TerminalText.visible).joined(separator: ", ") + (names.count > 3 ? " and \(names.count - 3) more" : "")
  }
}
