import DossierAnalysis
import DossierRecords
import DossierText

/// Finds approvals that existed before a commit that appears to add them.
///
/// Searches the files of every parent commit that the commit changed or removed. An approval can be moved from another record,
/// file or folder. It can also be renamed, or hidden in text that cannot be read as records.
struct PriorApprovals {
  /// For each parent commit, the contents of the files that this commit changed or removed.
  private let parents: [Parent]

  /// The occurrences of some digests in the files of one parent commit.
  private struct Parent {
    /// The approvals in readable records.
    var approvals: [Digest: [Approval]] = [:]
    /// The number of times that the digits of a digest occur in any text.
    var mentions: [Digest: Int] = [:]
    /// Whether there is a text file that is too large for a build to read.
    var hasUnread = false
  }

  /// `files` contains, for each parent commit, the files in that commit.
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

  /// The reason to doubt that the commit added the approval, or nil. `after` contains the approvals of the record in the commit.
  func doubt(of approval: Approval, among after: [Approval], in commit: ObjectID) -> ApprovalDoubt? {
    guard let digest = approval.digest else { return nil }
    for parent in parents {
      let known = parent.approvals[digest] ?? []
      // An earlier approval that no longer exists may have been changed into this one.
      if known.contains(approval) || known.contains(where: { !after.contains($0) }) { return .priorApproval(commit) }
      if parent.mentions[digest] ?? 0 > known.count { return .priorApproval(commit) }
      if parent.hasUnread { return .unreadBefore(commit) }
    }
    return nil
  }
}
