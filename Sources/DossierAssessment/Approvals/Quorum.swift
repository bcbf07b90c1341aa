package import DossierRecords

/// The approvals of a record that count towards what the organisation demands.
package struct Quorum: Sendable {
  /// Roles that count, of those with one name or one key only one.
  package let count: Int
  /// Roles that could still approve it, where the demand names them.
  package let missing: [String]
  /// Why approvals that hold do not count; empty where all do.
  package let remark: String

  package init(_ demand: ApprovalDemand, _ entry: Entry, _ states: [ApprovalStatus], in dossier: Dossier) {
    let authors = Set(
      demand.excluded.compactMap { author -> String? in
        switch author {
        case .owner: entry.head?.owner.map { RecordID.key($0.id) }
        case .assessor: (entry.record as? ImpactAssessment).map { RecordID.key($0.assessor.id) }
        }
      })
    let named = Set(demand.roles.map { RecordID.key($0.value) })
    var (roles, names, keys): (Set<String>, Set<String>, Set<String>) = ([], [], [])
    var (ownWork, others, same, sameKey) = (false, false, false, false)
    for (approval, state) in zip(entry.head?.approvals ?? [], states) where state.isValid {
      let role = RecordID.key(approval.by.id)
      if authors.contains(role) {
        ownWork = true
      } else if !named.isEmpty, !named.contains(role) {
        others = true
      } else if !roles.contains(role) {
        let own = Quorum.sshKeys(of: approval.by, in: dossier)
        if !keys.isDisjoint(with: own) {
          sameKey = true
          continue
        }
        keys.formUnion(own)
        if let name = approval.name, !names.insert(Quorum.key(name)).inserted {
          same = true
        } else {
          roles.insert(role)
        }
      }
    }
    count = roles.count
    missing = demand.roles.map(\.value).filter { !roles.contains(RecordID.key($0)) && !authors.contains(RecordID.key($0)) }
    let words = [
      ownWork ? "an approval of one’s own work does not count" : nil, others ? "other roles do not count" : nil,
      same ? "one name counts once" : nil, sameKey ? "roles that share a key count once" : nil,
    ]
    remark = words.compactMap { $0 }.joined(separator: "; ")
  }

  /// The keys that a role lists, without their comments.
  private static func sshKeys(of role: Reference<Role>, in dossier: Dossier) -> Set<String> {
    let keys = (dossier.entry(role.id)?.record as? Role)?.sshKeys ?? []
    return Set(keys.map { $0.split(separator: " ").prefix(2).joined(separator: " ") })
  }

  /// A name without regard to case and spaces.
  private static func key(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
