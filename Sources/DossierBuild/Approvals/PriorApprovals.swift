import DossierAnalysis
import DossierRecords
import DossierText

/// Finds approvals that existed before a commit that appears to add them.
///
/// Searches the files of every parent commit that the commit changed or removed. An approval can be moved from another record,
/// file or folder. It can also be renamed, or hidden in text that cannot be read as records.
struct PriorApprovals {
  private let files: [File]

  /// The occurrences of some digests in one file of a parent commit.
  private struct File {
    let name: String
    /// The approvals in readable records.
    var approvals: [Digest: [Approval]] = [:]
    /// The number of times that the digits of a digest occur.
    var mentions: [Digest: Int] = [:]
    /// Whether the file is too large to be searched.
    var isUnread = false
  }

  init(_ replaced: [VerifiedFiles.Replaced], naming digests: Set<Digest>, _ parser: FileParser) {
    let search = DigestMentions(digests)
    files = replaced.compactMap { replaced in
      var file = File(name: String(decoding: replaced.name, as: UTF8.self))
      guard let bytes = replaced.bytes else {
        file.isUnread = true
        return file
      }
      file.mentions = search.counts(in: bytes)
      if let path = replaced.path, RecordExtents.concerns(path), bytes.count <= SourceFiles.largestText {
        let decoded = parser.parse(SourceFile(path: path, bytes: bytes)).decoded
        for approval in decoded?.entries.flatMap({ $0.entry.head?.approvals ?? [] }) ?? [] {
          if let digest = approval.digest, digests.contains(digest) { file.approvals[digest, default: []].append(approval) }
        }
      }
      return file.mentions.isEmpty && file.approvals.isEmpty ? nil : file
    }
  }

  /// The reason to doubt that the commit added the approval, or nil. `after` contains the approvals of the record in the commit.
  func doubt(of approval: Approval, among after: [Approval], in commit: ObjectID) -> ApprovalDoubt? {
    guard let digest = approval.digest else { return nil }
    for file in files {
      if file.isUnread { return .unreadBefore(commit, file: file.name) }
      let known = file.approvals[digest] ?? []
      // An earlier approval that no longer exists may have been changed into this one.
      if known.contains(approval) || known.contains(where: { !after.contains($0) })
        || file.mentions[digest] ?? 0 > known.count
      {
        return .priorApproval(commit, file: file.name)
      }
    }
    return nil
  }
}
