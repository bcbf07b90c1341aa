import DossierText

/// For each approval that has a digest, the result of its comparison with the commits and signatures in git.
package struct ApprovalProofs: Sendable {
  /// False if git was not read.
  package let isRead: Bool
  private let findings: [Place: Finding]

  /// The place of an approval: the file, the id and the id position of its record, and the index of the approval in the list.
  ///
  /// Two items of a register can have the same id. The id position distinguishes these items.
  package struct Place: Sendable, Hashable {
    let path: SourcePath
    let key: String
    let position: UInt32
    let index: Int

    package init(_ entry: Entry, _ index: Int) {
      path = entry.path
      key = RecordID.key(entry.id)
      position = entry.idSpan.lower
      self.index = index
    }
  }

  package enum Finding: Sendable, Hashable {
    /// A signature with a key of the role proves the approval.
    case proved(ApprovalProof)
    case unproved(ApprovalDoubt)
    /// The current record differs from the approved version.
    case changed(ApprovedText)
  }

  package init(_ findings: [Place: Finding]) {
    self.findings = findings
    isRead = true
  }

  private init() {
    findings = [:]
    isRead = false
  }

  package static let unread = ApprovalProofs()

  package subscript(entry: Entry, index: Int) -> Finding? { findings[Place(entry, index)] }
}

/// The proof of an approval: a signature with a key of the role. The key signed the commit that introduced the approval, or a tag
/// of a commit that contains the approval.
package struct ApprovalProof: Sendable, Hashable {
  package let commit: ObjectID
  /// The name of the signed tag; nil if the commit itself is signed.
  package let tag: String?
  /// `SHA256:…`
  package let fingerprint: String
  /// The commit that added the key to the role. Nil if that commit is not known. A person who can add keys to a role can approve
  /// as that role.
  package let keySince: ObjectID?

  package init(commit: ObjectID, tag: String?, fingerprint: String, keySince: ObjectID? = nil) {
    self.commit = commit
    self.tag = tag
    self.fingerprint = fingerprint
    self.keySince = keySince
  }

  /// The proof as a phrase: "by the signature of commit 0123456789ab, with the role’s key SHA256:…".
  package var words: String {
    let what = tag.map { "tag \(TerminalText.visible($0)) for commit \(commit.short)" } ?? "commit \(commit.short)"
    let since =
      keySince.map { ", added to the role in " + ($0 == commit ? "the same commit" : "commit \($0.short)") } ?? ""
    return "by the signature of \(what), with the role’s key \(fingerprint)\(since)"
  }
}

/// What is known about the approved version, if the current record differs from it.
package enum ApprovedText: Sendable, Hashable {
  /// `commit` contains the approved version. `fields` contains the labels of the fields that changed since `commit`. `fields` is
  /// empty if no field shows the change. `proof` is the proof of the approved version. `proof` is nil if the approved version is
  /// not proved.
  case differs(commit: ObjectID, fields: [String], proof: ApprovalProof?)
  /// The reason why the changes are not known, as a clause.
  case unknown(String)

  package var words: String {
    switch self {
    case .differs(let commit, let fields, let proof):
      (fields.isEmpty
        ? "covers the version in commit \(commit.short); changed since then, but no field shows the change"
        : "covers the version in commit \(commit.short); changed since then: \(fields.joined(separator: ", "))")
        + (proof.map { "; that version was approved \($0.words)" } ?? "")
    case .unknown(let clause): "changed since; \(clause)"
    }
  }
}
