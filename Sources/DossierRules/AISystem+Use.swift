import DossierRecords
import DossierText

extension Dossier {
  /// The AI systems in the scope of the management system on a day, without decommissioned systems.
  func systemsInScope(on day: CivilDate) -> [Found<AISystem>] {
    standing(AISystem.self, on: day).filter { $0.record.inScope != false && $0.record.lifecycle != .decommissioned }
  }

  /// The AI systems in scope that are in use on that day.
  func systemsRunning(on day: CivilDate) -> [Found<AISystem>] {
    systemsInScope(on: day).filter { $0.record.isInUse(on: day) }
  }
}

extension AISystem {
  func isInUse(on day: CivilDate) -> Bool {
    (lifecycle == .deployment || lifecycle == .operation) && deployed.map { $0 <= day } ?? true
  }

  /// Whether the system is in the high-risk class, or its output is a decision and it affects people.
  var decidesAboutPeople: Bool { riskClass == .high || (outputType == .decision && !affectedParties.isEmpty) }

  /// Whether people interact with the system: it is in the high-risk or limited-risk class, or it has personal data as input and
  /// affects some people directly.
  var meetsPeople: Bool {
    riskClass == .high || riskClass == .limited
      || (affectedParties.contains { $0.effect == .direct } && inputs.contains { $0.personalData == true })
  }
}
