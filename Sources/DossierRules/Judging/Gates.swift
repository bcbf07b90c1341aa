import DossierRecords
import DossierText

/// The gates that had been held by a day, by system.
struct Gates {
  private var bySystem: [Int: [(entry: Entry, gate: LifecycleGate)]] = [:]

  init(_ dossier: Dossier, on day: CivilDate) {
    for (_, entry, gate) in dossier.standing(LifecycleGate.self, on: day) {
      if let system = dossier.record(gate.system) { bySystem[system.position, default: []].append((entry, gate)) }
    }
    for (system, gates) in bySystem { bySystem[system] = gates.sorted { $0.gate.date < $1.gate.date } }
  }

  /// Those for deployment and operation, the latest last.
  func intoUse(_ system: Int) -> [(entry: Entry, gate: LifecycleGate)] {
    (bySystem[system] ?? []).filter { $0.gate.stage == .deployment || $0.gate.stage == .operation }
  }
}
