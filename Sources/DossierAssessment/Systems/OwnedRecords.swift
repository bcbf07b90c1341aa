package import DossierRecords

/// The audited records that each role owns: AI systems in scope, SoA lines, policies and documents.
package struct OwnedRecords: Sendable {
  private var byRole: [Int: [Int]] = [:]
  private var systems: Set<Int> = []

  init(_ dated: DatedDossier) {
    let dossier = dated.dossier
    systems = Set(dated.systemsInScope.map(\.position))
    let kinds = dossier.kinds.filter(\.traits.isAudited)
    for position in kinds.flatMap({ dossier.positions(of: $0.name) }) where dated.counts(position) {
      let entry = dossier.entries[position]
      guard entry.kind.name != AISystem.name || systems.contains(position) else { continue }
      if let role = entry.head?.owner.flatMap({ dossier.position(of: $0.id) }) { byRole[role, default: []].append(position) }
    }
  }

  package func by(_ role: Int) -> [Int] { byRole[role] ?? [] }

  package func isSystem(_ position: Int) -> Bool { systems.contains(position) }
}

extension Dossier {
  /// The keys (`RecordID.key`) of the roles that own the risk, or one of the systems to which the risk refers.
  package func owners(ofRisk position: Int) -> Set<String> {
    Set(([position] + targets(of: position, "systems")).compactMap { entries[$0].head?.owner.map { RecordID.key($0.id) } })
  }
}
