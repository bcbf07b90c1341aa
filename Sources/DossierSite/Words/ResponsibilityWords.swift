import DossierAssessment
import DossierRecords

/// The wording of the responsibility for a control.
enum ResponsibilityWords {
  static let unrecorded = "no responsibility recorded"
  /// Precedes a link to a supplier.
  static let with = "with "

  /// The responsibility that the SoA line states, if records of suppliers also state one.
  static func line(_ words: String) -> String { "SoA line: \(words)" }

  static func contradiction(_ words: String) -> String { "\(words), contradicts the SoA line" }

  /// Who is responsible according to the record of the supplier.
  static func words(_ party: SupplierResponsibility.Party) -> String {
    switch party {
    case .ours: "we"
    case .theirs: "the supplier"
    case .shared: "shared"
    }
  }
}
