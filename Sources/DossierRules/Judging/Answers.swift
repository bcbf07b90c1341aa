import DossierRecords
import DossierText

/// What has been recorded about something since a day: proof that somebody looked and decided.
struct Answers {
  private let dossier: Dossier
  private let day: CivilDate

  init(_ dossier: Dossier, on day: CivilDate) {
    self.dossier = dossier
    self.day = day
  }

  /// Whether an incident, nonconformity, action, change, decision or management review of that time names it.
  func name(_ position: Int, since start: CivilDate) -> Bool {
    dossier.graph.edges(to: .entry(position)).contains { edge in
      guard case .entry(let origin) = edge.origin, let date = date(of: dossier.entries[origin]) else { return false }
      return date >= start && date <= day
    }
  }

  /// Whether an incident, nonconformity or change of that time is about the system.
  func concern(_ system: Int, since start: CivilDate) -> Bool {
    dossier.graph.edges(to: .entry(system)).contains { edge in
      guard case .entry(let origin) = edge.origin, ["systems", "source"].contains(edge.site.field) else { return false }
      let entry = dossier.entries[origin]
      guard [Incident.name, Nonconformity.name, Change.name].contains(entry.kind.name), let date = date(of: entry) else {
        return false
      }
      return date >= start && date <= day
    }
  }

  private func date(of entry: Entry) -> CivilDate? {
    guard entry.holds(on: day) else { return nil }
    switch entry.record {
    case is Incident, is Nonconformity, is Change, is ManagementReview: return entry.occasion
    // What is still to be done has been decided all the same.
    case let action as CorrectiveAction: return min(action.done ?? day, day)
    case is Decision: return entry.approvals(upTo: day).last?.approval.date ?? entry.reviewed(by: day)
    default: return nil
    }
  }
}

extension ObjectiveTarget {
  func isMet(by reading: Double) -> Bool {
    switch comparison {
    case .atLeast: reading >= value.value
    case .atMost: reading <= value.value
    case .equal: reading == value.value
    }
  }

  /// "at least 95 %".
  var words: String {
    let comparison =
      switch comparison {
      case .atLeast: "at least "
      case .atMost: "at most "
      case .equal: ""
      }
    return "\(comparison)\(value) \(unit)"
  }
}
