import DossierText

/// What git and its signatures say of the approvals that name a digest.
package struct ApprovalProofs: Sendable {
  /// False where nobody asked.
  package let isRead: Bool
  private let findings: [Place: Finding]

  /// An approval: its record, by file and id, and its place in the list.
  package struct Place: Sendable, Hashable {
    let path: SourcePath
    let key: String
    let index: Int

    package init(_ entry: Entry, _ index: Int) {
      path = entry.path
      key = RecordID.key(entry.id)
      self.index = index
    }
  }

  package enum Finding: Sendable, Hashable {
    /// A key of the role signed it.
    case proved(ApprovalProof)
    case unproved(ApprovalDoubt)
    /// The record reads otherwise than what was approved.
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

/// A signature by a key of the role over the commit that introduced an approval, or over a tag of a commit in which it stands.
package struct ApprovalProof: Sendable, Hashable {
  package let commit: ObjectID
  /// The name of the tag whose signature it is; nil for the commit's own.
  package let tag: String?
  /// `SHA256:…`
  package let fingerprint: String
  /// The commit that added the key to the role, where it is known: whoever may do that may give the role's approvals.
  package let keySince: ObjectID?

  package init(commit: ObjectID, tag: String?, fingerprint: String, keySince: ObjectID? = nil) {
    self.commit = commit
    self.tag = tag
    self.fingerprint = fingerprint
    self.keySince = keySince
  }

  /// "the signature of commit 0123456789ab, by the role's key SHA256:…".
  package var words: String {
    let what = tag.map { "tag \(TerminalText.visible($0)), which names commit \(commit.short)" } ?? "commit \(commit.short)"
    let since = keySince.map { $0 == commit ? ", listed since that same commit" : ", listed since commit \($0.short)" } ?? ""
    return "by the signature of \(what), with the role’s key \(fingerprint)\(since)"
  }
}

/// What is known of the text that was approved, where it is not the one that stands in the record.
package enum ApprovedText: Sendable, Hashable {
  /// What changed since a commit: labels of fields; none where only the way it is written did. The proof is that of the text as it was,
  /// where there is one.
  case differs(commit: ObjectID, fields: [String], proof: ApprovalProof?)
  /// A clause.
  case unknown(String)

  package var words: String {
    switch self {
    case .differs(let commit, let fields, let proof):
      (fields.isEmpty
        ? "covers what commit \(commit.short) has, and since then it changed in a way that no field shows"
        : "covers what commit \(commit.short) has; changed since then: \(fields.joined(separator: ", "))")
        + (proof.map { "; that text was approved \($0.words)" } ?? "")
    case .unknown(let clause): "changed since; \(clause)"
    }
  }
}
