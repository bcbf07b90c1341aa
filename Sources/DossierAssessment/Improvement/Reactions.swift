import DossierRecords
package import DossierText

/// Finds reactions: records that show that the organisation reacted to an event. Incidents, nonconformities, corrective actions,
/// changes, decisions and management reviews are reactions.
package struct Reactions: Sendable {
  private let dated: DatedDossier

  init(_ dated: DatedDossier) { self.dated = dated }

  /// Whether a reaction that is dated from `start` to the as-of date refers to the record at `position`.
  package func refer(to position: Int, since start: CivilDate) -> Bool {
    dated.dossier.graph.edges(to: .entry(position)).contains { edge in
      guard case .entry(let origin) = edge.origin, let date = date(of: origin) else { return false }
      return date >= start && dated.asOf.includes(date)
    }
  }

  /// Whether an incident, nonconformity or change that is dated from `start` to the as-of date refers to `system` in the field
  /// `systems` or `source`.
  package func concern(_ system: Int, since start: CivilDate) -> Bool {
    dated.dossier.graph.edges(to: .entry(system)).contains { edge in
      guard case .entry(let origin) = edge.origin, ["systems", "source"].contains(edge.site.field) else { return false }
      switch dated.dossier.entries[origin].record {
      case is Incident, is Nonconformity, is Change: break
      default: return false
      }
      guard let date = date(of: origin) else { return false }
      return date >= start && dated.asOf.includes(date)
    }
  }

  private func date(of position: Int) -> CivilDate? {
    guard dated.counts(position) else { return nil }
    let entry = dated.dossier.entries[position]
    switch entry.record {
    case is Incident, is Nonconformity, is Change, is ManagementReview: return entry.date
    // An open action is also a reaction, because the organisation decided on the action. The as-of date is used as the date of an
    // open action.
    case let action as CorrectiveAction: return min(action.done ?? dated.asOf.date, dated.asOf.date)
    case is Decision: return dated.approvals(of: entry).last?.approval.date ?? dated.reviewed(entry)
    default: return nil
    }
  }
}
