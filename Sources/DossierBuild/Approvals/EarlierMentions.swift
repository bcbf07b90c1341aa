import DossierAnalysis
import DossierRecords
import DossierText

/// Finds the digest of an approval in the ancestors of the commit that added the approval (rule 13 in `docs/approvals.md`).
///
/// Git commands such as merge and revert combine lines of earlier commits. So the result of such a command can be the first
/// commit with an approval although somebody else wrote all lines of the approval.
struct EarlierMentions {
  private let ancestry: Ancestry
  private let search: TreeSearch
  /// For each commit of `ancestry`, the marks of its files and of the files of all its ancestors. Nil if a commit or tree is
  /// missing or does not match its hash.
  private let marks: [SearchMarks?]

  /// `search` has searched the trees of all commits in `ancestry`.
  init(_ ancestry: Ancestry, _ search: TreeSearch) {
    (self.ancestry, self.search) = (ancestry, search)
    var marks: [SearchMarks?] = []
    for node in ancestry.nodes {
      var sum = node.isComplete ? search.marks(in: node.tree) : nil
      for parent in node.parents {
        if let other = marks[parent] { sum?.formUnion(other) } else { sum = nil }
      }
      marks.append(sum)
    }
    self.marks = marks
  }

  /// An approval that a commit added, and the approvals of the record in the commit.
  struct Added {
    let claim: ApprovalProving.Claim
    let after: [Approval]
  }

  /// The reasons to doubt that a commit wrote approvals. An approval without doubt is left out.
  func doubts(
    of added: [Added], in commit: ObjectID, _ files: inout VerifiedFiles, _ past: PastRecords
  ) throws -> [ApprovalProofs.Place: ApprovalDoubt] {
    let unknown = Dictionary(added.map { ($0.claim.place, ApprovalDoubt.unknownBefore(commit)) }) { first, _ in first }
    guard let number = ancestry.number(of: commit), ancestry.nodes[number].isComplete else { return unknown }
    var before = SearchMarks()
    for parent in ancestry.nodes[number].parents {
      guard let marks = marks[parent] else { return unknown }
      before.formUnion(marks)
    }
    if before.contains(SearchMarks.isMissing) || before.contains(SearchMarks.isLargeRecord) { return unknown }
    let open = added.filter { search.contains($0.claim.digest, in: before) }
    guard !open.isEmpty else { return [:] }
    let ancestors = ancestry.ancestors(of: number)
    let digests = Set(open.map(\.claim.digest))
    guard let found = try mentions(of: digests, in: ancestors, before: commit, &files) else { return unknown }
    let lists = try lists(of: open, found, files.repository, past)
    var doubts: [ApprovalProofs.Place: ApprovalDoubt] = [:]
    for one in open {
      let hasOneParent = ancestry.nodes[number].parents.count == 1
      doubts[one.claim.place] = doubt(of: one, in: commit, hasOneParent: hasOneParent, ancestors, found, lists)
    }
    return doubts
  }

  /// For each ancestor, its files that mention one of the digests. Nil if a tree is missing or does not match its hash.
  private func mentions(
    of digests: Set<Digest>, in ancestors: [Int], before commit: ObjectID, _ files: inout VerifiedFiles
  ) throws -> [Int: [VerifiedFiles.ParentFile]]? {
    let wanted = search.digestMarks(of: digests)
    var found: [Int: [VerifiedFiles.ParentFile]] = [:]
    for number in ancestors {
      let tree = ancestry.nodes[number].tree
      guard let marks = search.marks(in: tree) else { return nil }
      guard marks.intersects(wanted) else { continue }
      found[number] = try files.files(
        in: tree, before: commit,
        where: { name, entry, _ in search.mayContain(wanted, entry, named: name, isChanged: true) }, isPage: search.isPage)
      if found[number] == nil { return nil }
    }
    return found
  }

  /// A file in which the approvals of one record are looked up.
  private struct Lookup: Hashable {
    let object: ObjectID
    let path: SourcePath
    let place: ApprovalProofs.Place
  }

  /// The approvals of the records in earlier files. A file is left out if it also mentions the digest outside the approvals of
  /// the record.
  private func lists(
    of added: [Added], _ found: [Int: [VerifiedFiles.ParentFile]], _ repository: GitRepository, _ past: PastRecords
  ) throws -> [Lookup: [Approval]] {
    var paths: [ObjectID: Set<SourcePath>] = [:]
    for file in Set(found.values.joined()) {
      if let path = file.path, RecordExtents.concerns(path) { paths[file.object, default: []].insert(path) }
    }
    let objects = paths.keys.sorted { $0.text.lexicographicallyPrecedes($1.text) }
    let mentions = DigestMentions(Set(added.map(\.claim.digest)))
    var lists: [Lookup: [Approval]] = [:]
    try repository.contents(of: objects) { i, object in
      guard let bytes = object.bytes else { return }
      let counts = mentions.counts(in: bytes)
      for one in added {
        let claim = one.claim
        guard let count = counts[claim.digest] else { continue }
        for path in paths[objects[i]] ?? [] {
          guard let entry = past.entry(in: bytes, at: path, like: claim.entry), entry.matches(claim.digest) else { continue }
          let approvals = entry.head?.approvals ?? []
          guard approvals.count(where: { $0.digest == claim.digest }) == count else { continue }
          lists[Lookup(object: objects[i], path: path, place: claim.place)] = approvals
        }
      }
    }
    return lists
  }

  private func doubt(
    of added: Added, in commit: ObjectID, hasOneParent: Bool, _ ancestors: [Int], _ found: [Int: [VerifiedFiles.ParentFile]],
    _ lists: [Lookup: [Approval]]
  ) -> ApprovalDoubt? {
    var earlier: [Int: (approvals: [Approval], file: String)] = [:]
    for number in ancestors {
      let files = (found[number] ?? []).filter { search.contains(added.claim.digest, in: $0.object) }
      guard let file = files.first else { continue }
      let name = String(decoding: file.name, as: UTF8.self)
      guard hasOneParent, files.count == 1, let path = file.path,
        let approvals = lists[Lookup(object: file.object, path: path, place: added.claim.place)],
        added.after.starts(with: approvals)
      else { return .earlierMention(commit, before: ancestry.nodes[number].commit, file: name) }
      earlier[number] = (approvals, name)
    }
    // A child without the approvals of its parent shows that they were moved, or removed and added again.
    for number in ancestors {
      for parent in ancestry.nodes[number].parents {
        guard let old = earlier[parent], !(earlier[number]?.approvals.starts(with: old.approvals) ?? false) else { continue }
        return .earlierMention(commit, before: ancestry.nodes[parent].commit, file: old.file)
      }
    }
    return nil
  }
}
