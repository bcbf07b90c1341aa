package import DossierRecords
package import DossierText

/// Events up to the as-of date that make an assessment of an AI system outdated.
///
/// The events are:
///
/// - change records, and the `last_change` of the system;
/// - incidents;
/// - approvals of the models and data sets of the system;
/// - dates on which a law began to apply to the system;
/// - supplier assessments that ended with conditions or a rejection.
package struct RefreshTriggers: Sendable {
  /// The triggers of each system, sorted by date.
  private var bySystem: [Int: [Trigger]] = [:]

  /// The kinds of assessment that an event can make outdated.
  package enum AssessmentKind: Sendable, Hashable {
    case impact, risk, evaluation
  }

  package struct Trigger: Sendable {
    package let date: CivilDate
    package let cause: Cause
    /// The kinds of assessment that must be repeated.
    package let affects: Set<AssessmentKind>
    /// The risks that must be assessed again. Nil means all risks of the system.
    package let risks: Set<Int>?
    /// The assessments that already consider the change, according to `assessed_in` of the change record.
    package let assessedIn: Set<Int>
    /// Whether the event is a change of a model. A model can be evaluated before its release, so an evaluation before the change
    /// can still be current.
    package let isOfModel: Bool

    init(
      _ date: CivilDate, _ cause: Cause, affects: Set<AssessmentKind>, risks: Set<Int>? = nil, assessedIn: Set<Int> = [],
      isOfModel: Bool = false
    ) {
      self.date = date
      self.cause = cause
      self.affects = affects
      self.risks = risks
      self.assessedIn = assessedIn
      self.isOfModel = isOfModel
    }
  }

  /// The event that is the cause of a trigger. Numbers are positions of records, except `index`.
  package enum Cause: Sendable {
    case change(Int, Change.Subject)
    case lastChange(system: Int, LastChange.Subject)
    case incident(Int)
    /// The latest approval of a model or data set. `index` is the position of the approval in the list of approvals.
    case approval(Int, index: Int)
    /// The items of catalogues that began to apply, and the first reference of the system to one of these items.
    case law([ItemPosition], ReferenceSite)
    case supplierAssessment(Int, SupplierAssessment.Result)
  }

  /// A change record may refer to an assessment that was made up to this many days before the change.
  package static let daysAhead = 30

  init(_ dated: DatedDossier) {
    let dossier = dated.dossier
    let systems = dated.systemsInScope
    let inScope = Set(systems.map(\.position))
    var changed: Set<SystemDay> = []
    for (position, _, change) in dated.records(Change.self) {
      let assessed = Set(dossier.targets(of: position, "assessed_in"))
      let risks = assessed.filter { dossier.entries[$0].kind.name == Risk.name }
      let trigger = Trigger(
        change.date, .change(position, change.subject), affects: Self.affected(by: change.subject),
        risks: risks.isEmpty ? nil : risks, assessedIn: assessed, isOfModel: change.subject == .model)
      for system in dossier.targets(of: position, "systems") where inScope.contains(system) {
        changed.insert(SystemDay(system: system, day: change.date))
        bySystem[system, default: []].append(trigger)
      }
    }
    for (position, _, incident) in dated.records(Incident.self) {
      let trigger = Self.trigger(position, incident, dossier)
      for system in dossier.targets(of: position, "systems") where inScope.contains(system) {
        bySystem[system, default: []].append(trigger)
      }
    }
    for (position, _, system) in systems {
      var own = Self.approvals(position, dated) + Self.laws(position, dated) + Self.suppliers(position, dated)
      if let change = system.lastChange, dated.asOf.includes(change.date),
        !changed.contains(SystemDay(system: position, day: change.date))
      {
        own.append(
          Trigger(
            change.date, .lastChange(system: position, change.what), affects: Self.affected(by: change.what),
            isOfModel: change.what == .model))
      }
      bySystem[position, default: []] += own
    }
    for (system, list) in bySystem {
      // Sort also by the index, to keep the order of events of the same date.
      bySystem[system] = list.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
    }
  }

  /// The events after `made` that make an assessment outdated.
  ///
  /// `made` is the date of the assessment. `position` is the position of the record that was assessed or that contains the
  /// assessment.
  package func since(_ made: CivilDate, _ kind: AssessmentKind, of system: Int, position: Int) -> [Trigger] {
    (bySystem[system] ?? []).filter { trigger in
      guard trigger.affects.contains(kind), trigger.date > made else { return false }
      if kind == .risk, let risks = trigger.risks, !risks.contains(position) { return false }
      return !(trigger.assessedIn.contains(position) && trigger.date.plus(-Self.daysAhead) <= made)
    }
  }

  private struct SystemDay: Hashable {
    let system: Int
    let day: CivilDate
  }
}
