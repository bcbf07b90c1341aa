import DossierRecords

/// The keys that roles list now, by their fingerprints.
struct RoleKeys {
  private var entries: [String: Entry] = [:]
  /// What each role that was asked about listed after each commit that changed it, the newest first.
  private var earlier: [String: [(commit: ObjectID, keys: Set<String>)]] = [:]

  /// Of two records with one id the first counts, as it does in a build.
  init(_ entries: [Entry]) {
    for entry in entries where entry.kind.name == Role.name {
      let key = RecordID.key(entry.id)
      if self.entries[key] == nil { self.entries[key] = entry }
    }
  }

  func fingerprints(of role: Reference<Role>) -> Set<String> {
    entries[RecordID.key(role.id)].map(RoleKeys.fingerprints) ?? []
  }

  /// The commits that have the role with that key, the newest first, of those that changed the role.
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
