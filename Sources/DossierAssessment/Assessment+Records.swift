package import DossierRecords
package import DossierText

/// Shortcuts to the members of `dated` with the same names. `DatedDossier` documents them.
extension Assessment {
  package func status(of position: Int) -> RecordStatus { dated.status(of: position) }

  package func counts(_ position: Int) -> Bool { dated.counts(position) }

  package func isEffective(_ position: Int) -> Bool { dated.isEffective(position) }

  package func isCurrent(_ position: Int) -> Bool { dated.isCurrent(position) }

  package func isRetired(_ position: Int) -> Bool { dated.isRetired(position) }

  package func records<R: Record>(_ type: R.Type) -> [DatedDossier.Found<R>] { dated.records(type) }

  package func records<R: Record>(_ type: R.Type, with statuses: Set<RecordStatus>) -> [DatedDossier.Found<R>] {
    dated.records(type, with: statuses)
  }

  package func records<R: Record>(_ type: R.Type, referringTo position: Int, in field: String) -> [DatedDossier.Found<R>] {
    dated.records(type, referringTo: position, in: field)
  }

  package func records<R: Record>(_ type: R.Type, referredToBy position: Int, in field: String) -> [DatedDossier.Found<R>] {
    dated.records(type, referredToBy: position, in: field)
  }

  package func approvals(of entry: Entry) -> [(index: Int, approval: Approval)] { dated.approvals(of: entry) }

  package func reviewed(_ entry: Entry) -> CivilDate? { dated.reviewed(entry) }
}
