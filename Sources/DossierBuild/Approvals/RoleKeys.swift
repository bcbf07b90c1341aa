import DossierRecords

/// The fingerprints of the SSH keys that roles list, now and in past commits.
struct RoleKeys {
  private var entries: [String: Entry] = [:]
  /// A cache for each requested role: its keys after each commit that changed the role, newest first.
  private var earlier: [String: [(commit: ObjectID, keys: Set<String>)]] = [:]

  /// If two records have the same id, the first one counts, as in a build.
  init(_ entries: [Entry]) {
    for entry in entries where entry.kind.name == Role.name {
      let key = RecordID.key(entry.id)
      if self.entries[key] == nil { self.entries[key] = entry }
    }
  }

  func fingerprints(of role: Reference<Role>) -> Set<String> {
    entries[RecordID.key(role.id)].map(RoleKeys.fingerprints) ?? []
  }

  /// The commits that changed the role and in which it lists the key, newest first.
  mutating func listed(
    _ fingerprint: String, _ role: Reference<Role>, _ history: RecordHistory, _ past: inout PastRecords,
    _ repository: GitRepository
  ) throws -> [ObjectID] {
    let key = RecordID.key(role.id)
    guard let entry = entries[key] else { return [] }
    if earlier[key] == nil {
      let revisions = history.revisions(of: role.id)
      try past.load(revisions, from: repository)
      earlier[key] = revisions.map { ($0.commit.id, past.entry($0, like: entry).map(RoleKeys.fingerprints) ?? []) }
    }
    return earlier[key]?.filter { $0.keys.contains(fingerprint) }.map(\.commit) ?? []
  }

  private static func fingerprints(_ entry: Entry) -> Set<String> {
    Set(((entry.record as? Role)?.sshKeys ?? []).compactMap { PublicKey($0)?.fingerprint })
  }
}
