package import DossierRecords
import DossierText

/// The lifecycle gates that count on the as-of date, by AI system.
package struct Gates: Sendable {
  private var bySystem: [Int: [(entry: Entry, gate: LifecycleGate)]] = [:]

  init(_ dated: DatedDossier) {
    for (_, entry, gate) in dated.records(LifecycleGate.self) {
      if let system = dated.dossier.record(gate.system) { bySystem[system.position, default: []].append((entry, gate)) }
    }
    for (system, gates) in bySystem { bySystem[system] = gates.sorted { $0.gate.date < $1.gate.date } }
  }

  /// The gates of a system for the stages deployment and operation, the latest gate last.
  package func intoUse(_ system: Int) -> [(entry: Entry, gate: LifecycleGate)] {
    (bySystem[system] ?? []).filter { $0.gate.stage == .deployment || $0.gate.stage == .operation }
  }
}
