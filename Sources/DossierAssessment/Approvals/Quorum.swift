package import DossierRecords

/// Counts the approvals of a record, to compare them with the approvals that `dossier.yaml` demands.
package struct Quorum: Sendable {
  /// The number of roles whose approval counts. Roles with the same person's name or the same key count once.
  package let count: Int
  /// The roles that the demand lists, but whose approval is missing or does not count.
  ///
  /// A role is left out if the demand excludes the role as the owner or assessor of the record. Empty if the demand lists no
  /// roles.
  package let missing: [String]
  /// The reasons why some valid approvals do not count. Empty if all valid approvals count.
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
      ownWork ? "a role’s approval of its own work does not count" : nil,
      others ? "approvals by roles that `dossier.yaml` does not list do not count" : nil,
      same ? "roles with the same person’s name count once" : nil,
      sameKey ? "roles with the same key count once" : nil,
    ]
    remark = words.compactMap { $0 }.joined(separator: "; ")
  }

  /// The SSH keys of a role, each without the comment at its end.
  private static func sshKeys(of role: Reference<Role>, in dossier: Dossier) -> Set<String> {
    let keys = (dossier.entry(role.id)?.record as? Role)?.sshKeys ?? []
    return Set(keys.map { $0.split(separator: " ").prefix(2).joined(separator: " ") })
  }

  /// The form of a person's name for comparisons: in lower case, with single spaces between the words.
  private static func key(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
