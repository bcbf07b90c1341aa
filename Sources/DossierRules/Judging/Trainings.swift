import DossierRecords
import DossierText

/// The trainings that roles have had by a day.
struct Trainings {
  private var byRole: [Int: [(entry: Entry, training: Training)]] = [:]
  private let day: CivilDate

  init(_ dossier: Dossier, on day: CivilDate) {
    self.day = day
    for (position, entry, training) in dossier.standing(Training.self, on: day) {
      for role in dossier.targets(of: position, "roles") { byRole[role, default: []].append((entry, training)) }
    }
  }

  /// Whether one of them still counts.
  func hasValid(_ role: Int) -> Bool {
    (byRole[role] ?? []).contains { $0.training.validUntil.map { $0 >= day } ?? true }
  }

  /// The one that ran out last.
  func lastLapsed(_ role: Int) -> (entry: Entry, training: Training)? {
    (byRole[role] ?? []).max { ($0.training.validUntil ?? $0.training.date) < ($1.training.validUntil ?? $1.training.date) }
  }

  var roles: [Int] { byRole.keys.sorted() }
}

extension Dossier {
  /// The roles that watch over systems people are exposed to, each with those systems.
  func overseers(on day: CivilDate) -> [(role: Int, systems: [Entry])] {
    var byRole: [Int: [Entry]] = [:]
    for (_, entry, system) in systemsRunning(on: day) {
      if let reviewer = system.oversight?.reviewer.flatMap(record) { byRole[reviewer.position, default: []].append(entry) }
    }
    return byRole.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Suppliers that a system in use names.
  func suppliersInUse(on day: CivilDate) -> [(position: Int, entry: Entry, record: Supplier)] {
    let inUse = Set(systemsInScope(on: day).flatMap { targets(of: $0.position, "suppliers") })
    return standing(Supplier.self, on: day).filter { inUse.contains($0.position) }
  }
}
