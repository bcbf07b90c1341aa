import DossierAssessment
import DossierRecords

/// A record that this one rests on and that was changed after it was approved.
struct SuspectRow: ViewModel {
  let link: HTML
  /// Who approved it when, and what changed since.
  let approval: String
  /// How this record rests on it.
  let how: String

  static let view = View<SuspectRow>(.html("link", \.link), .text("approval", \.approval), .text("how", \.how))

  static func all(_ linker: Linker, _ position: Int) -> [SuspectRow] {
    linker.site.facts.approvals.suspicions(of: position).map { suspicion in
      let cause = suspicion.cause
      return SuspectRow(
        link: linker.entry(cause.position), approval: "it \(StaleApprovalWords.clause(linker.site, cause))",
        how: suspicion.link.sentence)
    }
  }
}

extension ApprovalStatuses.Link {
  /// As said on the page of the record that rests on the other.
  var sentence: String {
    switch self {
    case .names(let field): "named here under \(SuspectField.label(field))"
    case .carriesOut(let field): "names this record under \(SuspectField.label(field)), as what carries it out"
    case .control(let id): "implements \(id), which this record answers"
    }
  }
}

/// A field as a reader sees its name.
private enum SuspectField {
  static func label(_ field: String) -> String {
    "“" + field.split(separator: ".").map { FieldShape.label(of: String($0)) }.joined(separator: ": ") + "”"
  }
}
