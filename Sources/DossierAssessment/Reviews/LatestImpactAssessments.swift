import DossierRecords
package import DossierText

/// The latest impact assessment of each AI system, by the date of the assessment.
package struct LatestImpactAssessments: Sendable {
  /// For each system: the position of its latest assessment, and the date on which the assessment was made or last reviewed.
  package private(set) var bySystem: [Int: (position: Int, made: CivilDate)] = [:]
  private var positions: Set<Int> = []

  init(_ dated: DatedDossier) {
    for (position, entry, assessment) in dated.records(ImpactAssessment.self) {
      // Only the position is needed, so a system that could not be decoded is included.
      guard let system = dated.dossier.position(of: assessment.system.id) else { continue }
      let known = bySystem[system].flatMap { (dated.dossier.entries[$0.position].record as? ImpactAssessment)?.date }
      // Compare the dates of the assessments without their reviews. A review does not make an older assessment the latest one.
      if known.map({ assessment.date >= $0 }) ?? true {
        bySystem[system] = (position, max(assessment.date, dated.reviewed(entry) ?? assessment.date))
      }
    }
    positions = Set(bySystem.values.map(\.position))
  }

  package func contains(_ position: Int) -> Bool { positions.contains(position) }
}
