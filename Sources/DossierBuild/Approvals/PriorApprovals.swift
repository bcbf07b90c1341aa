import DossierAnalysis
import DossierRecords
import DossierText

/// Finds approvals that are not new in a commit, although the commit appears to add them.
///
/// An approval can be moved or copied from another record, file or folder. The earlier approval can also differ in some
/// fields, or be hidden in text that cannot be read as records. Each file is decoded only once, even if many commits contain
/// the file.
struct PriorApprovals {
  private let digests: Set<Digest>
  private let mentions: DigestMentions
  private let parser: FileParser
  private let repository: GitRepository
  private var known: [VerifiedFiles.ParentFile: File] = [:]

  /// The occurrences of the digests in one file of a parent commit.
  struct File {
    let name: String
    /// The approvals in readable records.
    fileprivate var approvals: [Digest: [Approval]] = [:]
    /// How often the digits of each digest occur in the file.
    fileprivate var mentions: [Digest: Int] = [:]
    /// Whether the file is too large to be searched.
    fileprivate var isUnread = false
  }

  init(_ digests: Set<Digest>, _ parser: FileParser, _ repository: GitRepository) {
    (self.digests, self.parser, self.repository) = (digests, parser, repository)
    mentions = DigestMentions(digests)
  }

  /// Reads files of a parent commit. Nil if a git object is missing or does not match its hash.
  mutating func files(_ found: [VerifiedFiles.ParentFile]) throws -> [File]? {
    let new = found.filter { known[$0] == nil }
    var contents: [GitObject?] = Array(repeating: nil, count: new.count)
    try repository.contents(of: new.map(\.object), limit: VerifiedFiles.largestFile) { i, object in contents[i] = object }
    for (place, object) in zip(new, contents) {
      var file = File(name: String(decoding: place.name, as: UTF8.self))
      switch object {
      case .content(let bytes): search(bytes, at: place.path, &file)
      case .tooLarge: file.isUnread = true
      case .absent, nil: return nil
      }
      known[place] = file
    }
    return found.compactMap { known[$0] }
  }

  private func search(_ bytes: [UInt8], at path: SourcePath?, _ file: inout File) {
    file.mentions = mentions.counts(in: bytes)
    guard let path, RecordExtents.concerns(path), bytes.count <= SourceFiles.largestText else { return }
    let decoded = parser.parse(SourceFile(path: path, bytes: bytes)).decoded
    for approval in decoded?.entries.flatMap({ $0.entry.head?.approvals ?? [] }) ?? [] {
      if let digest = approval.digest, digests.contains(digest) { file.approvals[digest, default: []].append(approval) }
    }
  }

  /// The reason to doubt that the commit added the approval. Nil if there is no doubt. `after` contains the approvals of the
  /// record in the commit. `files` contains files of the commit's parents.
  static func doubt(
    of approval: Approval, among after: [Approval], in commit: ObjectID, _ files: [File]
  ) -> ApprovalDoubt? {
    guard let digest = approval.digest else { return nil }
    for file in files {
      if file.isUnread { return .unreadBefore(commit, file: file.name) }
      let known = file.approvals[digest] ?? []
      // If an earlier approval with this digest no longer exists, the commit may have changed that approval into this approval.
      // If the file mentions the digest more often than its decoded approvals do, an earlier approval may be in other text.
      if known.contains(approval) || known.contains(where: { !after.contains($0) })
        || file.mentions[digest] ?? 0 > known.count
      {
        return .priorApproval(commit, file: file.name)
      }
    }
    return nil
  }
}
