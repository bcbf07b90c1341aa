import DossierAssessment

/// The wording of the status of a record.
enum StatusWords {
  static func words(_ status: RecordStatus) -> String {
    switch status {
    case .draft: "draft"
    case .proposed: "proposed"
    case .effective: "effective"
    case .closed: "closed"
    case .rejected: "rejected"
    case .superseded: "superseded"
    case .retired: "retired"
    case .unreadable: "status unreadable"
    case .notYetEffective: "not yet effective"
    }
  }
}
