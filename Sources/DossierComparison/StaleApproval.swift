import DossierAssessment
package import DossierRecords
package import DossierText

/// An approval of what a record said before: its digest was that of the older version and is not that of the newer one, and the role
/// has not approved since what the record says now.
package struct StaleApproval: Sendable, Hashable {
  package let id: String
  /// "policy POL-001".
  package let named: String
  package let title: String
  /// The role's id.
  package let by: String
  package let date: CivilDate
  /// What changed since, as labels; empty where nothing did that is shown: line breaks or emphasis may have.
  package let because: [String]

  static func all(_ old: Dossier, _ new: Assessment, _ changes: [RecordChange]) -> [StaleApproval] {
    new.dossier.entries.flatMap { entry -> [StaleApproval] in
      guard let former = old.entry(entry.id), former.digest != entry.digest else { return [] }
      let listed = entry.head?.approvals ?? []
      let again = Set(new.approvals(of: entry).map(\.approval).filter { $0.digest == entry.digest }.map { RecordID.key($0.by.id) })
      let approvals = listed.filter { $0.digest == former.digest && !again.contains(RecordID.key($0.by.id)) }
      guard !approvals.isEmpty else { return [] }
      let fields = changes.first { $0.id == entry.id }?.fields ?? []
      var because: [String] = []
      for field in fields where field.root != "approvals" && !because.contains(field.label) { because.append(field.label) }
      return approvals.map {
        StaleApproval(id: entry.id, named: entry.named, title: entry.title, by: $0.by.id, date: $0.date, because: because)
      }
    }
  }
}

extension Entry {
  /// What a record says otherwise than an earlier version of it, approvals aside: labels of fields, each once.
  package func changedFields(since old: Entry) -> [String] {
    var labels: [String] = []
    for field in RecordComparison.fields(old, self) where field.root != "approvals" && !labels.contains(field.label) {
      labels.append(field.label)
    }
    return labels
  }
}
