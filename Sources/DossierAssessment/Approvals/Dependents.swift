import DossierRecords
import DossierText

/// The records that depend directly on a record that changed after its approval.
///
/// A record depends on another if it refers to it in a field, unless its kind only observes other records. A document that carries
/// out a policy depends on the policy. The SoA line of a control depends on the policies and documents that implement the control.
/// A mention in prose is not a dependency.
struct Dependents {
  let suspicions: [ApprovalStatuses.Suspicion]

  /// Fields that refer to the origin or the predecessor of a record.
  private static let unrelated: Set<String> = ["supersedes", "source"]

  init(of cause: ApprovalStatuses.StaleRecord, _ dated: DatedDossier, _ statement: StatementOfApplicability) {
    let dossier = dated.dossier
    var links: [Int: ApprovalStatuses.Link] = [:]
    func add(_ position: Int, _ link: ApprovalStatuses.Link) {
      guard position != cause.position, dated.counts(position), links[position] == nil else { return }
      links[position] = link
    }
    // A record that refers to a role as its owner or approver does not depend on the role's text.
    guard dossier.entries[cause.position].kind.name != Role.name else {
      suspicions = []
      return
    }
    for edge in dossier.graph.edges(to: .entry(cause.position)) {
      guard case .entry(let origin) = edge.origin, case .record = edge.site.expectation,
        !dossier.entries[origin].kind.traits.observes, !Dependents.unrelated.contains(edge.site.field)
      else { continue }
      add(origin, .names(field: edge.site.field))
    }
    if dossier.entries[cause.position].kind.name == Policy.name {
      for position in dossier.targets(of: cause.position, "processes") { add(position, .carriesOut(field: "processes")) }
    }
    for row in statement.rows where (row.policies + row.documents).contains(cause.position) {
      guard let line = row.implementation else { continue }
      add(line, .control(dossier.catalogues[row.catalogue].items[row.item].id))
    }
    suspicions = links.keys.sorted().compactMap { position in
      links[position].map { .init(position: position, cause: cause, link: $0) }
    }
  }
}
