import DossierAssessment
import DossierRecords
import DossierText

/// The wording for a record that changed after its approval.
enum StaleApprovalWords {
  /// "POL-001 changed after its approval by Managing Board on 8 October 2026. The current text is not approved."
  static func sentences(_ site: Site, _ cause: ApprovalStatuses.StaleRecord) -> String {
    let entry = site.dossier.entries[cause.position]
    let changed = fields(site, cause)
    let what = changed.isEmpty ? "" : " Changed: \(changed.map { $0 == "Text" ? "the text" : $0 }.joined(separator: ", "))."
    return "\(entry.id) \(clause(site, cause)). \(verdict(site, cause)).\(what)"
  }

  /// "changed after its approval by Managing Board on 8 October 2026", to write after the name of the record.
  static func clause(_ site: Site, _ cause: ApprovalStatuses.StaleRecord) -> String {
    let entry = site.dossier.entries[cause.position]
    let statuses = site.facts.approvals.statuses(of: cause.position)
    let given = (entry.head?.approvals ?? []).enumerated().filter { i, _ in
      i == cause.index || (statuses.indices.contains(i) && statuses[i].kind == .stale)
    }
    let approvals = given.map { found in
      "by \(site.dossier.entry(found.element.by.id)?.title ?? found.element.by.id) on \(Wording.long(found.element.date))"
    }
    return "changed after its approval \(approvals.joined(separator: " and "))"
  }

  /// States whether the current text is approved. An approval without a digest does not state which text it covers.
  static func verdict(_ site: Site, _ cause: ApprovalStatuses.StaleRecord) -> String {
    site.facts.approvals.statuses(of: cause.position).contains(where: \.isValid)
      ? "No approval with a digest covers the current text" : "The current text is not approved"
  }

  /// The labels of the fields that changed after the approval. Empty if the approved text was not found in git.
  private static func fields(_ site: Site, _ cause: ApprovalStatuses.StaleRecord) -> [String] {
    let statuses = site.facts.approvals.statuses(of: cause.position)
    guard statuses.indices.contains(cause.index), case .stale(.differs(_, let fields, _)) = statuses[cause.index] else {
      return []
    }
    return fields
  }
}
