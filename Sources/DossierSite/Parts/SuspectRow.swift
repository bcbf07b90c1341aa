import DossierAssessment
import DossierRecords

/// A record that was changed after its approval. The record of the page depends on this record.
struct SuspectRow: ViewModel {
  let link: HTML
  /// Who approved the changed record and when.
  let approval: String
  /// How the dependent record refers to the changed record.
  let how: String

  static let view = View<SuspectRow>(.html("link", \.link), .text("approval", \.approval), .text("how", \.how))

  static func all(_ linker: Linker, _ position: Int) -> [SuspectRow] {
    linker.site.facts.approvals.suspicions(of: position).map { suspicion in
      let cause = suspicion.cause
      return SuspectRow(
        link: linker.entry(cause.position), approval: RecordWords.changed(StaleApprovalWords.clause(linker.site, cause)),
        how: suspicion.link.sentence)
    }
  }
}

extension ApprovalStatuses.Link {
  /// The dependency in words, for the page of the dependent record.
  var sentence: String {
    switch self {
    case .names(let field): RecordWords.referenced(under: SuspectField.label(field))
    case .carriesOut(let field): RecordWords.carriesOut(under: SuspectField.label(field))
    case .control(let id): RecordWords.covers(id)
    }
  }
}

/// The label of a field for readers.
private enum SuspectField {
  static func label(_ field: String) -> String {
    "“" + field.split(separator: ".").map { FieldShape.label(of: String($0)) }.joined(separator: ": ") + "”"
  }
}
