import DossierAnalysis
import DossierRecords
import DossierText

/// Finds the digests of approvals in the ancestors of the commits that added the approvals (rules 13 and 14 in
/// `docs/approvals.md`).
///
/// Git commands such as merge and revert combine lines of earlier commits. So the result of such a command can be the first
/// commit with an approval although somebody else wrote all lines of the approval.
struct EarlierMentions {
  /// An approval that a commit added, and the approvals of the record in the commit.
  struct Added {
    let claim: ApprovalProving.Claim
    let commit: ObjectID
    let after: [Approval]
  }

  private let ancestry: Ancestry
  private let search: TreeSearch
  /// For each commit of `ancestry`, the marks of its files and of the files of all its ancestors. Nil if a commit or tree is
  /// missing or does not match its hash.
  private let marks: [SearchMarks?]
  /// The files that mention digests which an ancestor of an adding commit mentions too.
  private var files: [MarkedFiles.File] = []
  /// For each of these digests, the commits of `ancestry` that mention it, in their order.
  private var mentions: [Digest: [Mention]] = [:]
  /// The approvals of records in `files`, if the file mentions the digest only in these approvals.
  private var lists: [Lookup: [Approval]] = [:]

  private struct Mention {
    /// The position of the commit in `ancestry`.
    let commit: Int
    /// The position of its first file with the digest.
    let file: Int
    /// Whether no other file of the commit mentions the digest.
    var isOnly: Bool
  }

  private struct Lookup: Hashable {
    let file: Int
    let place: ApprovalProofs.Place
  }

  /// `search` has searched the trees of all commits in `ancestry`.
  init(
    of added: [Added], _ ancestry: Ancestry, _ search: TreeSearch, _ repository: GitRepository, _ past: PastRecords
  ) throws {
    (self.ancestry, self.search) = (ancestry, search)
    var marks: [SearchMarks?] = []
    for node in ancestry.nodes {
      var sum = node.isComplete ? search.marks(in: node.tree) : nil
      // The mark concerns only the commit and its parents.
      sum?.remove(SearchMarks.converts)
      for parent in node.parents {
        if let other = marks[parent] { sum?.formUnion(other) } else { sum = nil }
      }
      marks.append(sum)
    }
    self.marks = marks
    let open = added.filter { one in before(one.commit).map { search.contains(one.claim.digest, in: $0) } ?? false }
    guard !open.isEmpty else { return }
    try findMentions(of: Set(open.map(\.claim.digest)), repository)
    try readLists(of: open, repository, past)
  }

  /// The marks of all files of the ancestors of a commit. Nil if a commit or tree is missing or does not match its hash.
  private func before(_ commit: ObjectID) -> SearchMarks? {
    guard let number = ancestry.number(of: commit), ancestry.nodes[number].isComplete else { return nil }
    var before = SearchMarks()
    for parent in ancestry.nodes[number].parents {
      guard let marks = marks[parent] else { return nil }
      before.formUnion(marks)
    }
    return before
  }

  private mutating func findMentions(of digests: Set<Digest>, _ repository: GitRepository) throws {
    let wanted = search.marks(of: digests)
    let commits = ancestry.nodes.indices.filter { search.marks(in: ancestry.nodes[$0].tree)?.intersects(wanted) ?? false }
    var marked = MarkedFiles(search, wanted, repository)
    var found: [(commit: Int, files: [Int])] = []
    try marked.list(commits.map { ancestry.nodes[$0].tree }) { found.append((commits[$0], $1 ?? [])) }
    files = marked.files
    for (commit, positions) in found {
      for file in positions {
        for digest in search.digests(in: files[file].object) where digests.contains(digest) {
          let last = mentions[digest].flatMap { $0.indices.last }
          if let last, mentions[digest]?[last].commit == commit {
            mentions[digest]?[last].isOnly = false
          } else {
            mentions[digest, default: []].append(Mention(commit: commit, file: file, isOnly: true))
          }
        }
      }
    }
  }

  /// Reads the approvals of the records of `added` in `files`.
  private mutating func readLists(of added: [Added], _ repository: GitRepository, _ past: PastRecords) throws {
    var places: [ObjectID: [(file: Int, path: SourcePath)]] = [:]
    for (i, file) in files.enumerated() where !file.isLink {
      if let path = GitLog.path(file.name[...], repository.prefix), RecordExtents.concerns(path) {
        places[file.object, default: []].append((i, path))
      }
    }
    let objects = places.keys.sorted { $0.text.lexicographicallyPrecedes($1.text) }
    let claims = Dictionary(grouping: added.map(\.claim), by: \.digest)
    let mentions = DigestMentions(Set(claims.keys))
    var lists: [Lookup: [Approval]] = [:]
    // Decode equal texts once, because most versions of a register contain the same text of a record.
    var decoded: [Decoded: [Approval]?] = [:]
    try repository.contents(of: objects) { number, object in
      guard let bytes = object.bytes else { return }
      let counts = mentions.counts(in: bytes)
      for (file, path) in places[objects[number]] ?? [] {
        let texts = PastRecords.Texts(bytes, path)
        for (digest, count) in counts {
          for claim in claims[digest] ?? [] {
            guard let text = texts.only(of: claim.entry) else { continue }
            let key = Decoded(text: text.digest, place: claim.place)
            let approvals =
              decoded[key]
              ?? past.entry(text, in: texts, like: claim.entry).flatMap { $0.matches(digest) ? $0.head?.approvals ?? [] : nil }
            decoded[key] = .some(approvals)
            guard let approvals, approvals.count(where: { $0.digest == digest }) == count else { continue }
            lists[Lookup(file: file, place: claim.place)] = approvals
          }
        }
      }
    }
    self.lists = lists
  }

  private struct Decoded: Hashable {
    let text: Digest
    let place: ApprovalProofs.Place
  }

  /// The reason to doubt that the commit wrote the approval. Nil if there is no doubt.
  func doubt(of added: Added) -> ApprovalDoubt? {
    let commit = added.commit
    guard let number = ancestry.number(of: commit), let before = before(commit), !before.contains(SearchMarks.isMissing) else {
      return .unknownBefore(commit)
    }
    let node = ancestry.nodes[number]
    let near = [node.tree] + node.parents.map { ancestry.nodes[$0].tree }
    if near.contains(where: { search.marks(in: $0)?.contains(SearchMarks.converts) ?? true }) { return .converted(commit) }
    guard search.contains(added.claim.digest, in: before) else { return nil }
    let earlier = chains(of: added.claim, before: number)
    for parent in node.parents {
      switch earlier[parent] {
      case nil: continue
      case .broken(let mention): return doubt(added, mention)
      case .whole(let approvals, let mention):
        guard node.parents.count == 1, added.after.starts(with: approvals) else { return doubt(added, mention) }
      }
    }
    return nil
  }

  private func doubt(_ added: Added, _ mention: Mention) -> ApprovalDoubt {
    let name = String(decoding: files[mention.file].name, as: UTF8.self)
    return .earlierMention(added.commit, before: ancestry.nodes[mention.commit].commit, file: name)
  }

  /// What a commit and its ancestors together show about the digest of an approval. `mention` is one of the mentions.
  private enum Chain {
    /// All mentions are approvals of the record, and each list of approvals begins with those of the parents. The value is the last
    /// list.
    case whole([Approval], Mention)
    /// A mention is not allowed.
    case broken(Mention)
  }

  /// The chains of all commits before the position `end` that mention the digest or have an ancestor that does.
  private func chains(of claim: ApprovalProving.Claim, before end: Int) -> [Int: Chain] {
    let mentions = mentions[claim.digest] ?? []
    var chains: [Int: Chain] = [:]
    guard let first = mentions.first else { return chains }
    var next = 0
    for commit in first.commit..<max(first.commit, end) {
      var own: Mention?
      if next < mentions.count, mentions[next].commit == commit {
        own = mentions[next]
        next += 1
      }
      let parents = ancestry.nodes[commit].parents.compactMap { chains[$0] }
      chains[commit] = chain(own, after: parents, claim)
    }
    return chains
  }

  private func chain(_ own: Mention?, after parents: [Chain], _ claim: ApprovalProving.Claim) -> Chain? {
    let approvals = own.flatMap { $0.isOnly ? lists[Lookup(file: $0.file, place: claim.place)] : nil }
    for parent in parents {
      switch parent {
      case .broken: return parent
      case .whole(let earlier, let mention):
        // If the approvals are not in the commit any more, they were moved, or removed and perhaps added again later.
        guard own != nil else { return .broken(mention) }
        if let approvals, !approvals.starts(with: earlier) { return .broken(mention) }
      }
    }
    return own.map { own in approvals.map { .whole($0, own) } ?? .broken(own) }
  }
}
