import DossierRecords
import DossierText

/// The records that depend directly on a stale record: a record that was changed after its approval.
///
/// - A record depends on each record to which its fields refer. Records of observing kinds (`KindTraits.observes`) do not depend
///   on other records.
/// - A document that carries out a policy depends on the policy.
/// - The SoA line of a control depends on the policies and documents that implement the control.
///
/// A mention in prose is not a dependency.
struct Dependents {
  let suspicions: [ApprovalStatuses.Suspicion]

  /// Fields that refer to the source or the predecessor of a record. They do not make the record a dependent.
  private static let unrelated: Set<String> = ["supersedes", "source"]

  init(of cause: ApprovalStatuses.StaleRecord, _ dated: DatedDossier, _ statement: StatementOfApplicability) {
    let dossier = dated.dossier
    var links: [Int: ApprovalStatuses.Link] = [:]
    func add(_ position: Int, _ link: ApprovalStatuses.Link) {
      guard position != cause.position, dated.counts(position), links[position] == nil else { return }
      links[position] = link
    }
    // Records refer to a role as their owner or approver. They do not depend on the text of the role.
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
