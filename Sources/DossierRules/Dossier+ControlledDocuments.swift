import DossierRecords
import DossierText

extension Dossier {
  /// The effective records of kinds under document control (clause 7.5), such as policies and procedures.
  func controlledDocuments(on day: CivilDate) -> [(position: Int, entry: Entry)] {
    entries.enumerated().filter { $1.traits.isControlledDocument && $1.record != nil && $1.stands(on: day) }
      .map { (position: $0, entry: $1) }
  }
}
