import DossierAssessment
import DossierRecords
import DossierText

/// Topics of operation: measurement, audits, reviews and corrections.
extension ReadinessTopic {
  static let measurement = ReadinessTopic(
    ["9.1", "A.6.2.6"],
    rules: [
      .fairnessUnmeasured, .metricAtWarning, .metricInBreach, .metricIncomplete, .readingsGap, .readingsUnreadable,
      .systemUnmonitored,
    ],
    needs: [
      .some(
        .metrics, "metrics are effective", Metric.name,
        next: "record what you measure and where the readings are stored (`dossier new metric`)"),
      .every(
        .metricsWithReadings, "effective metrics have readings on or before the as-of date", Metric.name,
        next: "refer to a file of readings in `source`"),
      .every(
        .measuredSystems, "AI systems in use are monitored by a metric", Metric.name,
        next: "list the system in `systems` of a metric"),
    ])

  static let objectives = ReadinessTopic(
    ["6.2", "A.6.1.2", "A.9.3"],
    rules: [.objectiveIncomplete, .objectiveMissed, .objectiveUnitMismatch, .objectiveUnmeasured, .objectivesMissing],
    needs: [
      .some(
        .objectives, "AI objectives are effective", Objective.name,
        next: "record what you want to achieve, and by when (`dossier new objective`)"),
      .every(
        .objectivesWithReadings, "effective AI objectives have a metric with readings on or before the as-of date", Metric.name,
        next: "refer in `metric` to a metric that measures the objective and has readings"),
    ])

  static let audit = ReadinessTopic(
    ["9.2.1", "9.2.2"],
    rules: [.auditCoverage, .auditIncomplete, .auditorNotIndependent, .internalAuditGap],
    needs: [
      .some(
        .auditProgrammes, "audit programmes are effective (policies and documents that implement 9.2)",
        ManagedDocument.name, Policy.name,
        next: "write the audit programme and list 9.2.2 in its `implements` (`dossier new document`)"),
      .some(
        .recentAudits, "internal audits were held in the last twelve months", Audit.name,
        next: "hold an internal audit and record it (`dossier new audit`)"),
    ])

  static let auditFindings = ReadinessTopic(
    ["9.2.2", "10.2"],
    rules: [
      .actionIneffective, .auditIncomplete, .auditorNotIndependent, .effectivenessSelfChecked, .effectivenessUnchecked,
      .findingWithoutNonconformity, .internalAuditGap, .nonconformityWithoutCause,
    ],
    needs: [
      .some(
        .recentAudits, "internal audits were held in the last twelve months", Audit.name,
        next: "hold an internal audit and record it (`dossier new audit`)"),
      .count(
        .recentFindings, "findings of the internal audits of the last twelve months are on record", AuditFinding.name,
        next: "record the findings of the audit, conformities too (`dossier new audit-finding`)"),
      .every(
        .followedFindings, "recent findings have the nonconformity that they need, or need none",
        next: "record the nonconformity and refer to it in the finding (`dossier new nonconformity`)"),
      .every(
        .findingActions, "corrective actions for recent findings are done or not due yet",
        next: "do the overdue action, or set another date and state why"),
    ])

  static let managementReview = ReadinessTopic(
    ["9.3.1", "9.3.2", "9.3.3"],
    rules: [.managementReviewGap, .reviewInputsMissing, .reviewOutputsMissing, .reviewWithoutTopManagement],
    needs: [
      .some(
        .recentReviews, "management reviews were held in the last twelve months", ManagementReview.name,
        next: "hold a management review and record it (`dossier new management-review`)")
    ])

  static let nonconformities = ReadinessTopic(
    ["10.2", "A.3.3", "A.8.4"],
    rules: [
      .actionWithoutSource, .concernUnanswered, .concernUnresolved, .findingWithoutNonconformity, .incidentIncomplete,
      .incidentUnresolved, .incidentWithoutAction, .incidentWithoutRisk, .nonconformityWithoutCause,
    ],
    needs: [
      .some(
        .nonconformities, "nonconformities are effective or closed", Nonconformity.name,
        next: "record each nonconformity and its cause (`dossier new nonconformity`)"),
      ReadinessNeed(
        .explainedNonconformities, "nonconformities have a cause and an action on record",
        kinds: [Nonconformity.name, CorrectiveAction.name], mustBeWhole: false,
        next: "find the cause, and refer to the action that removes it"),
    ])

  static let improvement = ReadinessTopic(
    ["9.3.3", "10.1", "10.2"], rules: [.actionIneffective, .effectivenessSelfChecked, .effectivenessUnchecked],
    needs: [
      .some(
        .doneActions, "corrective actions are done", CorrectiveAction.name,
        next: "carry out the action and write the date under `done` (`dossier new corrective-action`)"),
      ReadinessNeed(
        .effectiveActions, "completed actions were checked and are effective", kinds: [], mustBeWhole: false,
        next: "check whether the action was effective, and write the result under `effectiveness`"),
      .some(
        .improvingReviews, "management reviews decided on improvements", ManagementReview.name,
        next: "write under `outputs.improvements` what the review decided (`dossier new management-review`)"),
    ])
}
