import DossierRecords
import DossierText

extension Dossier {
  /// The AI systems the management system covers on a day and that have not been given up.
  func systemsInScope(on day: CivilDate) -> [Found<AISystem>] {
    standing(AISystem.self, on: day).filter { $0.record.inScope != false && $0.record.lifecycle != .decommissioned }
  }

  /// Those of them that run on that day.
  func systemsRunning(on day: CivilDate) -> [Found<AISystem>] {
    systemsInScope(on: day).filter { $0.record.isInUse(on: day) }
  }
}

extension AISystem {
  func isInUse(on day: CivilDate) -> Bool {
    (lifecycle == .deployment || lifecycle == .operation) && deployed.map { $0 <= day } ?? true
  }

  /// Of the high-risk class, or made to give decisions that reach somebody.
  var decidesAboutPeople: Bool { riskClass == .high || (outputType == .decision && !affectedParties.isEmpty) }

  /// Whether people are on the other side of it: it is in a class that people must be told of, or takes in data about people and
  /// affects some of them directly.
  var meetsPeople: Bool {
    riskClass == .high || riskClass == .limited
      || (affectedParties.contains { $0.effect == .direct } && inputs.contains { $0.personalData == true })
  }
}
