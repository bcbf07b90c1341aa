import DossierRecords

/// The fingerprints of the SSH keys that roles list, now and in past commits.
struct RoleKeys {
  private let history: RecordHistory
  private let repository: GitRepository
  private var entries: [String: Entry] = [:]
  /// For each key, the first commits that list the key, oldest first. No ancestor of a first commit lists the key.
  private var firsts: [Key: [ObjectID]] = [:]
  /// For each first commit, the commit itself and its descendants in the history.
  private var descendants: [ObjectID: Set<ObjectID>] = [:]
  private var isAncestor: [Pair: Bool] = [:]

  private struct Key: Hashable {
    let role: String
    let fingerprint: String
  }

  private struct Pair: Hashable {
    let ancestor: ObjectID
    let commit: ObjectID
  }

  /// If two records have the same id, only the first record is used, as in a build.
  init(_ entries: [Entry], _ history: RecordHistory, _ repository: GitRepository) {
    (self.history, self.repository) = (history, repository)
    for entry in entries where entry.kind.name == Role.name {
      let key = RecordID.key(entry.id)
      if self.entries[key] == nil { self.entries[key] = entry }
    }
  }

  /// The keys that a role lists now.
  func fingerprints(of role: Reference<Role>) -> Set<String> {
    entries[RecordID.key(role.id)].map(RoleKeys.fingerprints) ?? []
  }

  /// The commits in which the role first lists the key, oldest first. If branches were merged, there can be several.
  mutating func firstCommits(
    with fingerprint: String, of role: Reference<Role>, _ past: inout PastRecords
  ) throws -> [ObjectID] {
    let key = Key(role: RecordID.key(role.id), fingerprint: fingerprint)
    if let known = firsts[key] { return known }
    // The text of an adopted file does not say which role it is.
    guard let entry = entries[key.role], !entry.isAdopted else { return [] }
    try past.load(history.revisions(of: role.id), from: repository)
    let records = past
    let found = history.introductions(of: role.id) { revision in
      records.entry(revision, like: entry).map { RoleKeys.fingerprints($0).contains(fingerprint) } ?? false
    }
    firsts[key] = found.map(\.commit.id)
    return found.map(\.commit.id)
  }

  /// The first of `commits` that is `commit` itself or an ancestor of `commit`. Nil if `commits` contains no such commit. See
  /// rule 16 in `docs/approvals.md`.
  mutating func first(of commits: [ObjectID], upTo commit: ObjectID) -> ObjectID? {
    for first in commits where descendants[first] == nil { descendants[first] = history.descendants(of: first) }
    return commits.first { descendants[$0]?.contains(commit) ?? false }
  }

  /// Whether one of `commits` equals the tagged commit or is an ancestor of the tagged commit. The tagged commit can be outside
  /// the history.
  mutating func contains(_ commits: [ObjectID], inTagged commit: ObjectID) throws -> Bool {
    if first(of: commits, upTo: commit) != nil { return true }
    for first in commits {
      let pair = Pair(ancestor: first, commit: commit)
      let isBefore = try isAncestor[pair] ?? repository.has(first, before: commit)
      isAncestor[pair] = isBefore
      if isBefore { return true }
    }
    return false
  }

  private static func fingerprints(_ entry: Entry) -> Set<String> {
    Set(((entry.record as? Role)?.sshKeys ?? []).compactMap { PublicKey($0)?.fingerprint })
  }
}
