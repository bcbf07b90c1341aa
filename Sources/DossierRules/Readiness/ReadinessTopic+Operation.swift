import DossierRecords
import DossierText

/// What goes on once the system runs: measuring, auditing, reviewing, mending.
extension ReadinessTopic {
  static let measurement = ReadinessTopic(
    ["9.1", "A.6.2.6"],
    rules: [
      .fairnessUnmeasured, .metricInBreach, .metricIncomplete, .readingsGap, .readingsUnreadable, .systemUnmonitored,
    ],
    needs: [
      .records(
        Metric.self, "metrics in force", next: "record what you measure and where the readings stand (`dossier new metric`)"),
      .each(
        "metrics in force with readings by the day", kinds: [Metric.name], next: "name a file of readings under `source`",
        of: { dossier, day in dossier.standing(Metric.self, on: day).map(\.position) },
        answer: { dossier, position, day in
          dossier.readings(of: position).map { $0.upTo(day).isEmpty } ?? true ? nil : [position]
        }),
      .each(
        "AI systems in use that are watched by a metric", kinds: [Metric.name],
        next: "name the system in `systems` of a metric that watches it",
        of: { dossier, day in dossier.systemsRunning(on: day).map(\.position) },
        answer: { dossier, position, day in
          dossier.standing(Metric.self, naming: position, in: "systems", on: day).map(\.position).answer
        }),
    ])

  static let objectives = ReadinessTopic(
    ["6.2", "A.6.1.2", "A.9.3"],
    rules: [.objectiveIncomplete, .objectiveMissed, .objectiveUnitMismatch, .objectiveUnmeasured, .objectivesMissing],
    needs: [
      .records(
        Objective.self, "AI objectives in force", next: "record what you want to reach, by when (`dossier new objective`)"),
      .each(
        "AI objectives in force whose metric has readings by the day", kinds: [Metric.name],
        next: "name in `metric` what the objective is measured by, with readings",
        of: { dossier, day in dossier.standing(Objective.self, on: day).map(\.position) },
        answer: { dossier, position, day in
          dossier.targets(of: position, "metric").filter { metric in
            dossier.readings(of: metric).map { !$0.upTo(day).isEmpty } ?? false
          }.answer
        }),
    ])

  static let audit = ReadinessTopic(
    ["9.2.1", "9.2.2"],
    rules: [.auditCoverage, .auditIncomplete, .auditorNotIndependent, .internalAuditGap],
    needs: [
      .texts(
        "texts in force on how audits are planned and held: policies and documents that implement 9.2", implementing: ["9.2"],
        next: "write the audit programme and name 9.2.2 in its `implements` (`dossier new document`)"),
      .records(
        Audit.self, "internal audits on record that were held in the last twelve months",
        next: "hold an internal audit and record it (`dossier new audit`)",
        where: { _, found, day in found.record.date >= day.plus(years: -1) }),
    ])

  static let auditFindings = ReadinessTopic(
    ["9.2.2", "10.2"],
    rules: [
      .actionIneffective, .auditIncomplete, .auditorNotIndependent, .effectivenessSelfChecked, .effectivenessUnchecked,
      .findingWithoutNonconformity, .internalAuditGap, .nonconformityWithoutCause,
    ],
    needs: [
      .records(Audit.self, "internal audits held by the day", next: "hold an internal audit and record it (`dossier new audit`)"),
      ReadinessNeed(
        label: "findings on record of the last internal audit", kinds: [AuditFinding.name],
        next: "record what the audit found, good and bad (`dossier new audit-finding`)"
      ) { dossier, day in
        ReadinessNeed.Tally(answered: lastFindings(dossier, day).map { .entry($0) })
      },
      .each(
        "of them, those that ask for nothing or were taken up as a nonconformity", kinds: [],
        next: "record the nonconformity and name it in the finding (`dossier new nonconformity`)",
        of: lastFindings,
        answer: { dossier, position, _ in
          let grade = (dossier.entries[position].record as? AuditFinding)?.grade
          let taken = dossier.targets(of: position, "nonconformity")
          return grade == .minor || grade == .major ? taken.answer : taken
        }),
      .each(
        "corrective actions that follow from them, done or not due yet", kinds: [],
        next: "do what is overdue, or set another day and say why",
        of: { dossier, day in
          let taken = lastFindings(dossier, day).flatMap { dossier.targets(of: $0, "nonconformity") }
          return Set(taken.flatMap { dossier.targets(of: $0, "actions") }).sorted()
        },
        answer: { dossier, position, day in
          guard let action = dossier.entries[position].record as? CorrectiveAction else { return nil }
          return !action.done.isOpen(on: day) || action.due >= day ? [position] : nil
        }),
    ])

  /// What the last audit before the end of a day found.
  @Sendable private static func lastFindings(_ dossier: Dossier, _ day: CivilDate) -> [Int] {
    guard let last = dossier.standing(Audit.self, on: day).max(by: { $0.record.date < $1.record.date }) else { return [] }
    return dossier.standing(AuditFinding.self, naming: last.position, in: "audit", on: day).map(\.position)
  }

  static let managementReview = ReadinessTopic(
    ["9.3.1", "9.3.2", "9.3.3"],
    rules: [.managementReviewGap, .reviewInputsMissing, .reviewOutputsMissing, .reviewWithoutTopManagement],
    needs: [
      .records(
        ManagementReview.self, "management reviews on record that were held in the last twelve months",
        next: "hold a management review and record it (`dossier new management-review`)",
        where: { _, found, day in found.record.date >= day.plus(years: -1) })
    ])

  static let nonconformities = ReadinessTopic(
    ["10.2", "A.3.3", "A.8.4"],
    rules: [
      .actionWithoutSource, .concernUnanswered, .concernUnresolved, .findingWithoutNonconformity, .incidentIncomplete,
      .incidentUnresolved, .incidentWithoutAction, .incidentWithoutRisk, .nonconformityWithoutCause,
    ],
    needs: [
      .records(
        Nonconformity.self, "nonconformities on record", next: "record what did not conform and why (`dossier new nonconformity`)"
      ),
      .each(
        "nonconformities with a cause and an action on record", kinds: [Nonconformity.name, CorrectiveAction.name],
        next: "find the cause and name the action that removes it", mustBeWhole: false,
        of: { dossier, day in dossier.standing(Nonconformity.self, on: day).map(\.position) },
        answer: { dossier, position, _ in
          guard (dossier.entries[position].record as? Nonconformity)?.cause != nil else { return nil }
          return dossier.targets(of: position, "actions").answer
        }),
    ])

  static let improvement = ReadinessTopic(
    ["9.3.3", "10.1", "10.2"], rules: [.actionIneffective, .effectivenessSelfChecked, .effectivenessUnchecked],
    needs: [
      .records(
        CorrectiveAction.self, "corrective actions on record that are done",
        next: "do what was decided and write the day under `done` (`dossier new corrective-action`)",
        where: { _, found, day in !found.record.done.isOpen(on: day) }),
      .each(
        "actions done that were checked and found to work", kinds: [],
        next: "check whether the action worked and write it under `effectiveness`", mustBeWhole: false,
        of: { dossier, day in
          dossier.standing(CorrectiveAction.self, on: day).filter { !$0.record.done.isOpen(on: day) }.map(\.position)
        },
        answer: { dossier, position, day in
          guard let found = (dossier.entries[position].record as? CorrectiveAction)?.effectiveness(by: day),
            found.effective == true
          else { return nil }
          return [position]
        }),
      .records(
        ManagementReview.self, "management reviews on record that decided on improvements",
        next: "write under `outputs: improvements` what the review decided (`dossier new management-review`)",
        where: { _, found, _ in found.record.outputs?.improvements != nil }),
    ])
}
