package import DossierRecords
import DossierText

extension DatedDossier {
  /// The AI systems in the scope of the management system. Decommissioned systems are left out, because they are retired.
  package var systemsInScope: [Found<AISystem>] { records(AISystem.self).filter { $0.record.inScope != false } }

  /// The AI systems in scope that are in use on the as-of date.
  package var systemsInUse: [Found<AISystem>] { systemsInScope.filter { $0.record.isInUse(asOf) } }
}

extension AISystem {
  /// Whether the system is in deployment or operation, and its deployment date is not after the as-of date.
  package func isInUse(_ asOf: AsOfDate) -> Bool {
    (lifecycle == .deployment || lifecycle == .operation) && deployed.map(asOf.includes) ?? true
  }

  /// Whether the risk class is high, or the outputs of the system are decisions that affect people.
  package var decidesAboutPeople: Bool { riskClass == .high || (outputType == .decision && !affectedParties.isEmpty) }

  /// Whether people are assumed to interact with the system. True if the risk class is high or limited, or if the system uses
  /// personal data and affects people directly.
  package var meetsPeople: Bool {
    riskClass == .high || riskClass == .limited
      || (affectedParties.contains { $0.effect == .direct } && inputs.contains { $0.personalData == true })
  }
}
