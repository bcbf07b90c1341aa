package import DossierRecords
package import DossierText

/// The trainings of each role up to the as-of date.
package struct Trainings: Sendable {
  private var byRole: [Int: [(entry: Entry, training: Training)]] = [:]
  private let asOf: AsOfDate

  init(_ dated: DatedDossier) {
    asOf = dated.asOf
    for (position, entry, training) in dated.records(Training.self) {
      for role in dated.dossier.targets(of: position, "roles") { byRole[role, default: []].append((entry, training)) }
    }
  }

  /// Whether the role has a training that has not expired.
  package func hasValid(_ role: Int) -> Bool { (byRole[role] ?? []).contains { !asOf.isPast($0.training.validUntil) } }

  /// The training with the latest `valid_until` of all trainings of the role, and this date. Nil if no training of the role has a
  /// `valid_until`. Call this function only if `hasValid` is false: then all trainings of the role have expired.
  package func lastExpired(_ role: Int) -> (entry: Entry, lastDay: CivilDate)? {
    (byRole[role] ?? []).compactMap { found in found.training.validUntil.map { (found.entry, $0) } }.max { $0.1 < $1.1 }
  }

  package var roles: [Int] { byRole.keys.sorted() }
}

extension DatedDossier {
  /// The roles that oversee AI systems in use, each with the systems that it oversees.
  package var overseers: [(role: Int, systems: [Entry])] {
    var byRole: [Int: [Entry]] = [:]
    for (_, entry, system) in systemsInUse {
      if let reviewer = system.oversight?.reviewer.flatMap(dossier.record) {
        byRole[reviewer.position, default: []].append(entry)
      }
    }
    return byRole.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Suppliers to which an AI system in scope refers.
  package var suppliersInUse: [Found<Supplier>] {
    let inUse = Set(systemsInScope.flatMap { dossier.targets(of: $0.position, "suppliers") })
    return records(Supplier.self).filter { inUse.contains($0.position) }
  }
}
