import DossierAssessment
import DossierRecords
import DossierText

/// The wording of refresh triggers in diagnostics.
extension RefreshTriggers.Trigger {
  /// The event in words: "change CHG-004 (dataset) of 2026-04-02".
  func words(_ dossier: Dossier) -> String {
    switch cause {
    case .change(let position, let subject): "\(dossier.entries[position].named) (\(subject.rawValue)) of \(date)"
    case .lastChange(_, let subject): "the change of \(subject.rawValue) on \(date)"
    case .incident(let position): "\(dossier.entries[position].named) of \(date)"
    case .approval(let position, _):
      "the approval of \(dossier.entries[position].named)\(dossier.entries[position].head?.version.map { " \($0)" } ?? "") on \(date)"
    case .law(let items, _):
      items.map { "\(dossier.catalogues[$0.catalogue].name) \(dossier.catalogues[$0.catalogue].items[$0.item].id)" }.listed(3)
        + ", in application since \(date)"
    case .supplierAssessment(let position, let result):
      "the assessment of \(dossier.entries[position].named) on \(date) (\(result.rawValue))"
    }
  }

  /// A label at the place where the event is recorded.
  func label(_ dossier: Dossier) -> Diagnostic.Label {
    switch cause {
    case .change(let position, _): dossier.entries[position].label("date", "this change")
    case .lastChange(let system, _): dossier.entries[system].label("last_change.date", "this change")
    case .incident(let position): dossier.entries[position].label("detected", "this incident")
    case .approval(let position, let index): dossier.entries[position].label("approvals[\(index)].date", "approved here")
    case .law(_, let site): .init(site.path, site.span, "applies since \(date)")
    case .supplierAssessment(let position, _): dossier.entries[position].label("assessment.date", "this assessment")
    }
  }
}

extension [RefreshTriggers.Trigger] {
  /// The number of later triggers, as text to append to `words` of the first trigger: " and 2 later events". Empty if there is
  /// only one trigger.
  var furtherWords: String { count > 1 ? " and \(count - 1) later event\(count == 2 ? "" : "s")" : "" }
}
