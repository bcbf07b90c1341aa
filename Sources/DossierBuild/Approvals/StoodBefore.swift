import DossierAnalysis
import DossierRecords
import DossierText

/// Whether approvals that a commit seems to bring in stood in the files before it, in whatever form: in another record, file or folder,
/// under another name, in text that cannot be read as records.
struct StoodBefore {
  /// Of each commit before, what stands in the files that this one changed or took away.
  private let parents: [Parent]

  /// What files have of some digests.
  private struct Parent {
    /// In records that can be read.
    var approvals: [Digest: [Approval]] = [:]
    /// How often the digits stand there at all.
    var mentions: [Digest: Int] = [:]
    /// Whether there is a text that no build reads.
    var hasUnread = false
  }

  /// `files` are those that each commit before had.
  init(_ files: [[VerifiedFiles.Replaced]], naming digests: Set<Digest>, _ parser: FileParser) {
    parents = files.map { files in
      var parent = Parent()
      for file in files {
        guard let bytes = file.bytes else {
          parent.hasUnread = true
          continue
        }
        let found = digests.compactMap { digest in
          let count = digest.mentions(in: bytes)
          return count > 0 ? (digest, count) : nil
        }
        for (digest, count) in found { parent.mentions[digest, default: 0] += count }
        guard let path = file.path, RecordExtents.concerns(path) else { continue }
        let decoded = parser.parse(SourceFile(path: path, bytes: bytes)).decoded
        for approval in decoded?.entries.flatMap({ $0.entry.head?.approvals ?? [] }) ?? [] {
          if let digest = approval.digest, digests.contains(digest) { parent.approvals[digest, default: []].append(approval) }
        }
      }
      return parent
    }
  }

  /// `after` are the approvals of the record in the commit.
  func doubt(of approval: Approval, among after: [Approval], in commit: ObjectID) -> ApprovalDoubt? {
    guard let digest = approval.digest else { return nil }
    for parent in parents {
      let known = parent.approvals[digest] ?? []
      // One that is not there any more may have been turned into this one.
      if known.contains(approval) || known.contains(where: { !after.contains($0) }) { return .stoodBefore(commit) }
      if parent.mentions[digest] ?? 0 > known.count { return .stoodBefore(commit) }
      if parent.hasUnread { return .unreadBefore(commit) }
    }
    return nil
  }
}
