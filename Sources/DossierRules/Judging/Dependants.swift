import DossierRecords
import DossierText

/// The records in force that rest directly on one that was changed after it was approved.
///
/// What names it in a field rests on it, but for what only looks into it or tells of it; so do the documents that carry a policy out,
/// and the lines of the controls that a policy or document implements. A mention in prose is none.
struct Dependants {
  let suspicions: [ApprovalStandings.Suspicion]

  /// Kinds that look into other records or tell what happened to them.
  private static let observing: Set<String> = [
    Audit.name, AuditFinding.name, Nonconformity.name, CorrectiveAction.name, Incident.name, Concern.name, ManagementReview.name,
    OversightEvent.name, Evidence.name, Exception.name, Change.name, Decision.name,
  ]
  /// Fields that say where a record came from or what it takes the place of.
  private static let unrelated: Set<String> = ["supersedes", "source"]

  init(of cause: ApprovalStandings.StaleRecord, _ dossier: Dossier, asOf: CivilDate) {
    var links: [Int: ApprovalStandings.Link] = [:]
    func add(_ position: Int, _ link: ApprovalStandings.Link) {
      guard position != cause.position, dossier.entries[position].holds(on: asOf), links[position] == nil else { return }
      links[position] = link
    }
    // Naming who does something is not resting on it.
    guard dossier.entries[cause.position].kind.name != Role.name else {
      suspicions = []
      return
    }
    for edge in dossier.graph.edges(to: .entry(cause.position)) {
      guard case .entry(let origin) = edge.origin, case .record = edge.site.expectation,
        !Dependants.observing.contains(dossier.entries[origin].kind.name), !Dependants.unrelated.contains(edge.site.field)
      else { continue }
      add(origin, .names(field: edge.site.field))
    }
    if dossier.entries[cause.position].kind.name == Policy.name {
      for position in dossier.targets(of: cause.position, "processes") { add(position, .carriesOut(field: "processes")) }
    }
    for row in StatementOfApplicability(dossier).rows where (row.policies + row.documents).contains(cause.position) {
      guard let line = row.implementation else { continue }
      add(line, .control(dossier.catalogues[row.catalogue].items[row.item].id))
    }
    suspicions = links.keys.sorted().compactMap { position in
      links[position].map { .init(position: position, cause: cause, link: $0) }
    }
  }
}
