import DossierAssessment
import DossierRecords
import DossierText

/// What goes on once the system runs: measuring, auditing, reviewing, mending.
extension ReadinessTopic {
  static let measurement = ReadinessTopic(
    ["9.1", "A.6.2.6"],
    rules: [
      .fairnessUnmeasured, .metricAtWarning, .metricInBreach, .metricIncomplete, .readingsGap, .readingsUnreadable,
      .systemUnmonitored,
    ],
    needs: [
      .records(
        Metric.self, "metrics in force", next: "record what you measure and where the readings stand (`dossier new metric`)"),
      .each(
        "metrics in force with readings by the day", kinds: [Metric.name], next: "name a file of readings under `source`",
        of: { facts in facts.records(Metric.self).map(\.position) },
        answer: { facts, position in
          facts.metric(at: position).map { $0.readings.isEmpty } ?? true ? nil : [position]
        }),
      .each(
        "AI systems in use that are watched by a metric", kinds: [Metric.name],
        next: "name the system in `systems` of a metric that watches it",
        of: { facts in facts.dated.systemsInUse.map(\.position) },
        answer: { facts, position in
          facts.records(Metric.self, referringTo: position, in: "systems").map(\.position).answer
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
        of: { facts in facts.records(Objective.self).map(\.position) },
        answer: { facts, position in
          facts.dossier.targets(of: position, "metric").filter { metric in
            facts.metric(at: metric).map { !$0.readings.isEmpty } ?? false
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
        where: { facts, found in !facts.asOf.isOverAYearAfter(found.record.date) }),
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
      ) { facts in
        ReadinessNeed.Tally(answered: lastFindings(facts).map { .entry($0) })
      },
      .each(
        "of them, those that ask for nothing or were taken up as a nonconformity", kinds: [],
        next: "record the nonconformity and name it in the finding (`dossier new nonconformity`)",
        of: lastFindings,
        answer: { facts, position in
          let grade = (facts.dossier.entries[position].record as? AuditFinding)?.grade
          let taken = facts.dossier.targets(of: position, "nonconformity")
          return grade == .minor || grade == .major ? taken.answer : taken
        }),
      .each(
        "corrective actions that follow from them, done or not due yet", kinds: [],
        next: "do what is overdue, or set another day and say why",
        of: { facts in
          let taken = lastFindings(facts).flatMap { facts.dossier.targets(of: $0, "nonconformity") }
          return Set(taken.flatMap { facts.dossier.targets(of: $0, "actions") }).sorted()
        },
        answer: { facts, position in
          guard let action = facts.dossier.entries[position].record as? CorrectiveAction else { return nil }
          return facts.asOf.includes(action.done) || !facts.asOf.isPast(action.due) ? [position] : nil
        }),
    ])

  /// What the last audit before the end of a day found.
  @Sendable private static func lastFindings(_ facts: Assessment) -> [Int] {
    guard let last = facts.records(Audit.self).max(by: { $0.record.date < $1.record.date }) else { return [] }
    return facts.records(AuditFinding.self, referringTo: last.position, in: "audit").map(\.position)
  }

  static let managementReview = ReadinessTopic(
    ["9.3.1", "9.3.2", "9.3.3"],
    rules: [.managementReviewGap, .reviewInputsMissing, .reviewOutputsMissing, .reviewWithoutTopManagement],
    needs: [
      .records(
        ManagementReview.self, "management reviews on record that were held in the last twelve months",
        next: "hold a management review and record it (`dossier new management-review`)",
        where: { facts, found in !facts.asOf.isOverAYearAfter(found.record.date) })
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
        of: { facts in facts.records(Nonconformity.self).map(\.position) },
        answer: { facts, position in
          guard (facts.dossier.entries[position].record as? Nonconformity)?.cause != nil else { return nil }
          return facts.dossier.targets(of: position, "actions").answer
        }),
    ])

  static let improvement = ReadinessTopic(
    ["9.3.3", "10.1", "10.2"], rules: [.actionIneffective, .effectivenessSelfChecked, .effectivenessUnchecked],
    needs: [
      .records(
        CorrectiveAction.self, "corrective actions on record that are done",
        next: "do what was decided and write the day under `done` (`dossier new corrective-action`)",
        where: { facts, found in facts.asOf.includes(found.record.done) }),
      .each(
        "actions done that were checked and found to work", kinds: [],
        next: "check whether the action worked and write it under `effectiveness`", mustBeWhole: false,
        of: { facts in
          facts.records(CorrectiveAction.self).filter { facts.asOf.includes($0.record.done) }.map(\.position)
        },
        answer: { facts, position in
          guard let found = (facts.dossier.entries[position].record as? CorrectiveAction).flatMap(facts.asOf.effectiveness),
            found.effective == true
          else { return nil }
          return [position]
        }),
      .records(
        ManagementReview.self, "management reviews on record that decided on improvements",
        next: "write under `outputs: improvements` what the review decided (`dossier new management-review`)",
        where: { _, found in found.record.outputs?.improvements != nil }),
    ])
}
