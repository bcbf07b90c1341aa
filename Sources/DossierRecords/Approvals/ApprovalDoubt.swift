/// Why nothing proves that an approval was given by who is named.
package enum ApprovalDoubt: Sendable, Hashable {
  /// It has no digest.
  case unbound
  case notAsked
  case noHistory(String)
  case uncommitted
  /// The clone does not go back to the commit that introduced it.
  case shallow
  /// Several records have the id.
  case sharedID
  /// The commit that has it first changed a text that is too large to be read.
  case unreadBefore(ObjectID)
  /// Older texts are missing from the clone, or are not what their names say.
  case damaged
  /// The commit that introduced it has another text of the record than the one the digest names.
  case otherText(ObjectID)
  /// The commit in which the history sees it first is signed, but the commit before has the approval too.
  case stoodBefore(ObjectID)
  case unsigned(ObjectID)
  /// Signed with something else than an SSH key.
  case foreignSignature(ObjectID)
  case invalidSignature(ObjectID)
  /// What the repository holds under the names of commit, trees and file are not the bytes with those names.
  case forgedObject(ObjectID)
  case noKeys(ObjectID)
  case otherKey(ObjectID, fingerprint: String)
  /// The role listed the key once.
  case formerKey(ObjectID, fingerprint: String)
  case noProgram

  /// A clause.
  package var words: String {
    switch self {
    case .unbound: "it has no digest, so it is bound to no text"
    case .notAsked: "git was not asked"
    case .noHistory(let reason): "no history is known: \(reason)"
    case .uncommitted: "it is in no commit"
    case .shallow: "this clone is shallow, and the commit that introduced it is not in it"
    case .sharedID: "another record has the same id, so it is not known which of them the history is of"
    case .unreadBefore(let commit): "commit \(commit.short) is signed, but it changed a text that was too large to be read before"
    case .damaged: "this clone is not whole, so it is not known which commit introduced it"
    case .otherText(let commit): "in commit \(commit.short), which introduced it, the record has another text"
    case .stoodBefore(let commit):
      "commit \(commit.short) is signed, but it stood there before, in a file that this commit changed or took away"
    case .unsigned(let commit): "commit \(commit.short), which introduced it, is not signed"
    case .foreignSignature(let commit): "commit \(commit.short), which introduced it, is not signed with an SSH key"
    case .invalidSignature(let commit): "the signature of commit \(commit.short), which introduced it, is not one of its content"
    case .forgedObject(let commit): "commit \(commit.short), which introduced it, does not hold what its name says"
    case .noKeys(let commit): "commit \(commit.short), which introduced it, is signed, but the role lists no key"
    case .otherKey(let commit, let print):
      "commit \(commit.short), which introduced it, is signed with \(print), which is no key of the role"
    case .formerKey(let commit, let print):
      "commit \(commit.short), which introduced it, is signed with \(print), which the role listed once and no longer does"
    case .noProgram: "the program ssh-keygen is not installed, so no signature was checked"
    }
  }
}
