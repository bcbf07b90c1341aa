import DossierRecords
import DossierText

/// What makes an assessment of an AI system out of date: one list of everything that happened to it, whatever its source.
///
/// Sources are change records, the system's `last_change`, incidents, approvals of its models and data sets, laws that have begun to
/// apply to it, and assessments of its suppliers that left something open. Nothing after the day that is judged is in it.
struct RefreshTriggers {
  /// By system, ordered by date.
  private var bySystem: [Int: [Trigger]] = [:]

  enum Assessment: Hashable {
    case impact, risk, evaluation
  }

  struct Trigger {
    let date: CivilDate
    /// "change CHG-004 (dataset) of 2026-04-02".
    let words: String
    let label: Diagnostic.Label
    let calls: Set<Assessment>
    /// The risks that have to be looked at again; nil for all of the system.
    let risks: Set<Int>?
    /// The assessments in which a change says it was dealt with.
    let assessedIn: Set<Int>
    /// A model was changed, which is measured before it is released.
    let isOfModel: Bool

    init(
      date: CivilDate, words: String, label: Diagnostic.Label, calls: Set<Assessment>, risks: Set<Int>? = nil,
      assessedIn: Set<Int> = [], isOfModel: Bool = false
    ) {
      self.date = date
      self.words = words
      self.label = label
      self.calls = calls
      self.risks = risks
      self.assessedIn = assessedIn
      self.isOfModel = isOfModel
    }
  }

  /// An assessment that a change names may have been made this many days ahead of it.
  static let daysAhead = 30

  init(_ dossier: Dossier, on day: CivilDate) {
    let systems = dossier.systemsInScope(on: day)
    let inUse = Set(systems.map(\.position))
    var changed: Set<SystemDay> = []
    for (position, entry, change) in dossier.standing(Change.self, on: day) {
      let assessed = Set(dossier.targets(of: position, "assessed_in"))
      let risks = assessed.filter { dossier.entries[$0].kind.name == Risk.name }
      let trigger = Trigger(
        date: change.date, words: "\(entry.named) (\(change.subject.rawValue)) of \(change.date)",
        label: entry.label("date", "this change"), calls: Self.calls(of: change.subject), risks: risks.isEmpty ? nil : risks,
        assessedIn: assessed, isOfModel: change.subject == .model)
      for system in dossier.targets(of: position, "systems") where inUse.contains(system) {
        changed.insert(SystemDay(system: system, day: change.date))
        bySystem[system, default: []].append(trigger)
      }
    }
    for (position, entry, incident) in dossier.standing(Incident.self, on: day) {
      let trigger = Self.trigger(position, entry, incident, dossier)
      for system in dossier.targets(of: position, "systems") where inUse.contains(system) {
        bySystem[system, default: []].append(trigger)
      }
    }
    for (position, entry, system) in systems {
      var own = Self.approvals(position, dossier, day) + Self.laws(position, dossier, day)
      own += Self.suppliers(position, dossier, day)
      if let change = system.lastChange, change.date <= day, !changed.contains(SystemDay(system: position, day: change.date)) {
        own.append(
          Trigger(
            date: change.date, words: "the change of \(change.what.rawValue) on \(change.date)",
            label: entry.label("last_change.date", "this change"), calls: Self.calls(of: change.what),
            isOfModel: change.what == .model))
      }
      bySystem[position, default: []] += own
    }
    for (system, list) in bySystem { bySystem[system] = list.sorted { ($0.date, $0.words) < ($1.date, $1.words) } }
  }

  /// What calls for a new assessment of the kind, after the day it was last made. `position` is that of the assessment or risk.
  func since(_ made: CivilDate, _ assessment: Assessment, of system: Int, position: Int) -> [Trigger] {
    (bySystem[system] ?? []).filter { trigger in
      guard trigger.calls.contains(assessment), trigger.date > made else { return false }
      if assessment == .risk, let risks = trigger.risks, !risks.contains(position) { return false }
      return !(trigger.assessedIn.contains(position) && trigger.date.plus(-Self.daysAhead) <= made)
    }
  }

  private struct SystemDay: Hashable {
    let system: Int
    let day: CivilDate
  }
}

extension [RefreshTriggers.Trigger] {
  /// " and 2 later events", behind the words of the first.
  var furtherWords: String { count > 1 ? " and \(count - 1) later event\(count == 2 ? "" : "s")" : "" }
}
