import DossierRecords
import DossierText

/// What each role owns of the things that are audited: systems in use, lines of the statement of applicability, policies, documents.
struct Owned {
  private var byRole: [Int: [Int]] = [:]
  private var systems: Set<Int> = []

  init(_ dossier: Dossier, on day: CivilDate) {
    systems = Set(dossier.systemsInScope(on: day).map(\.position))
    let kinds = [AISystem.name, ControlImplementation.name, Policy.name, ManagedDocument.name]
    for position in kinds.flatMap({ dossier.positions(of: $0) }) where dossier.entries[position].holds(on: day) {
      let entry = dossier.entries[position]
      guard entry.kind.name != AISystem.name || systems.contains(position) else { continue }
      if let role = entry.head?.owner.flatMap({ dossier.position(of: $0.id) }) { byRole[role, default: []].append(position) }
    }
  }

  func by(_ role: Int) -> [Int] { byRole[role] ?? [] }

  func isSystem(_ position: Int) -> Bool { systems.contains(position) }
}

extension ControlScope {
  /// Whether it covers the control that a record is about, or one that it implements.
  func covers(any position: Int, _ dossier: Dossier) -> Bool {
    first(of: position, "control") != nil || first(of: position, "implements") != nil
  }
}

extension Dossier {
  /// The roles, by their keys, that own a risk or one of the systems it can come from.
  func owners(ofRisk position: Int) -> Set<String> {
    Set(([position] + targets(of: position, "systems")).compactMap { entries[$0].head?.owner.map { RecordID.key($0.id) } })
  }
}
