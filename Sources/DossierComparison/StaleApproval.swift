import DossierAssessment
package import DossierRecords
package import DossierText

/// An approval of an earlier version of a record.
///
/// The digest of the approval matches the older version of the record, but not the newer version. The role has not approved the
/// newer version.
package struct StaleApproval: Sendable, Hashable {
  package let id: String
  /// The kind and the id of the record: "policy POL-001".
  package let named: String
  package let title: String
  /// The id of the role.
  package let by: String
  package let date: CivilDate
  /// The labels of the changed fields. Empty if the comparison does not show the change, for example a change of line breaks or
  /// emphasis.
  package let because: [String]

  static func all(_ old: Dossier, _ new: Assessment, _ changes: [RecordChange]) -> [StaleApproval] {
    new.dossier.entries.flatMap { entry -> [StaleApproval] in
      guard let former = old.entry(entry.id), !entry.matches(former.digest) else { return [] }
      let listed = entry.head?.approvals ?? []
      let again = Set(
        new.approvals(of: entry).map(\.approval).filter { $0.digest.map(entry.matches) ?? false }.map { RecordID.key($0.by.id) })
      let approvals = listed.filter { approval in
        guard let digest = approval.digest, !again.contains(RecordID.key(approval.by.id)) else { return false }
        return former.matches(digest)
      }
      guard !approvals.isEmpty else { return [] }
      let fields = changes.first { $0.id == entry.id }?.fields ?? []
      var because: [String] = []
      for field in fields where ApprovalCoverage.covers(field.root) && !because.contains(field.label) {
        because.append(field.label)
      }
      return approvals.map {
        StaleApproval(id: entry.id, named: entry.named, title: entry.title, by: $0.by.id, date: $0.date, because: because)
      }
    }
  }
}

extension Entry {
  /// The labels of the fields that differ between `old` and this version, without repetitions. Fields that an approval does not
  /// cover are ignored.
  package func changedFields(since old: Entry) -> [String] {
    var labels: [String] = []
    for field in RecordComparison.fields(old, self) where ApprovalCoverage.covers(field.root) && !labels.contains(field.label) {
      labels.append(field.label)
    }
    return labels
  }
}
