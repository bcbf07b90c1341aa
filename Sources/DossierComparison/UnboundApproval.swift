import DossierRecords
package import DossierText

/// An approval whose digest was removed. The approval no longer says which version of the record was approved.
package struct UnboundApproval: Sendable, Hashable {
  package let id: String
  /// The kind and the id of the record: "policy POL-001".
  package let named: String
  package let title: String
  /// The id of the role.
  package let by: String
  package let date: CivilDate
  /// The removed digest.
  package let former: Digest

  static func all(_ old: Dossier, _ new: Dossier) -> [UnboundApproval] {
    new.entries.flatMap { entry -> [UnboundApproval] in
      let before = old.entry(entry.id)?.head?.approvals ?? []
      let after = entry.head?.approvals ?? []
      return before.compactMap { approval in
        func isSame(_ other: Approval) -> Bool {
          RecordID.key(other.by.id) == RecordID.key(approval.by.id) && other.date == approval.date
        }
        guard let digest = approval.digest, after.contains(where: { isSame($0) && $0.digest == nil }),
          !before.contains(where: { isSame($0) && $0.digest == nil }),
          !after.contains(where: { isSame($0) && $0.digest == digest })
        else { return nil }
        return UnboundApproval(
          id: entry.id, named: entry.named, title: entry.title, by: approval.by.id, date: approval.date, former: digest)
      }
    }
  }
}
