import DossierRecords

/// Measures of operation: measurements, audits, reviews and improvement.
extension ReadinessMeasure {
  package static let metrics = records("metrics", Metric.self)
  package static let metricsWithReadings = each(
    "metrics-with-readings", of: { facts in facts.records(Metric.self).map(\.position) },
    answer: { facts, position in facts.metric(at: position)?.readings.isEmpty ?? true ? nil : [position] })
  package static let measuredSystems = each(
    "systems-with-metric", of: { facts in facts.dated.systemsInUse.map(\.position) },
    answer: { facts, position in facts.records(Metric.self, referringTo: position, in: "systems").map(\.position).answer })

  package static let objectives = records("objectives", Objective.self)
  package static let objectivesWithReadings = each(
    "objectives-measured", of: { facts in facts.records(Objective.self).map(\.position) },
    answer: { facts, position in
      facts.dated.countingTargets(of: position, "metric").filter { !(facts.metric(at: $0)?.readings.isEmpty ?? true) }.answer
    })

  package static let auditProgrammes = texts("audit-programmes", implementing: ["9.2"])
  package static let recentAudits = records(
    "audits-recent", Audit.self, where: { facts, found in !facts.asOf.isOverAYearAfter(found.record.date) })

  /// Findings of the internal audits of the last twelve months.
  ///
  /// If there was no audit in this time, no finding can be missing, so the measure does not apply.
  package static let recentFindings = ReadinessMeasure("findings-recent") { facts in
    let hasAudit = facts.records(Audit.self).contains { !facts.asOf.isOverAYearAfter($0.record.date) }
    return hasAudit ? Result(answered: recentFindings(facts).map { .entry($0) }) : nil
  }
  /// The recent findings. A minor or major finding meets the condition if it refers to a nonconformity that counts. Every other
  /// finding meets the condition, because it needs no nonconformity.
  package static let followedFindings = each(
    "findings-followed-up", of: recentFindings,
    answer: { facts, position in
      let grade = (facts.dossier.entries[position].record as? AuditFinding)?.grade
      let nonconformities = facts.dated.countingTargets(of: position, "nonconformity")
      return grade == .minor || grade == .major ? nonconformities.answer : nonconformities
    })
  /// The corrective actions of the nonconformities of the recent findings. An action meets the condition if it is done or not due
  /// yet.
  package static let findingActions = each(
    "actions-on-time",
    of: { facts in
      let nonconformities = recentFindings(facts).flatMap { facts.dossier.targets(of: $0, "nonconformity") }
      return Set(nonconformities.flatMap { facts.dossier.targets(of: $0, "actions") }).sorted()
    },
    answer: { facts, position in
      guard facts.counts(position), let action = facts.dossier.entries[position].record as? CorrectiveAction else { return nil }
      return facts.asOf.includes(action.done) || !facts.asOf.isPast(action.due) ? [position] : nil
    })

  /// Findings of all audits of the last twelve months, not only of the last audit. An organisation can split an internal audit
  /// into several records.
  @Sendable private static func recentFindings(_ facts: Assessment) -> [Int] {
    let recent = facts.records(Audit.self).filter { !facts.asOf.isOverAYearAfter($0.record.date) }
    return Set(
      recent.flatMap { facts.records(AuditFinding.self, referringTo: $0.position, in: "audit").map(\.position) }
    ).sorted()
  }

  package static let recentReviews = records(
    "management-reviews-recent", ManagementReview.self,
    where: { facts, found in !facts.asOf.isOverAYearAfter(found.record.date) })

  package static let nonconformities = records("nonconformities", Nonconformity.self)
  package static let explainedNonconformities = each(
    "nonconformities-with-action", of: { facts in facts.records(Nonconformity.self).map(\.position) },
    answer: { facts, position in
      guard (facts.dossier.entries[position].record as? Nonconformity)?.cause != nil else { return nil }
      return facts.dated.countingTargets(of: position, "actions").answer
    })

  package static let doneActions = records(
    "actions-done", CorrectiveAction.self, where: { facts, found in facts.asOf.includes(found.record.done) })
  package static let effectiveActions = each(
    "actions-effective",
    of: { facts in facts.records(CorrectiveAction.self).filter { facts.asOf.includes($0.record.done) }.map(\.position) },
    answer: { facts, position in
      (facts.dossier.entries[position].record as? CorrectiveAction).flatMap(facts.asOf.effectiveness)?.effective == true
        ? [position] : nil
    })
  package static let improvingReviews = records(
    "management-reviews-with-improvements", ManagementReview.self,
    where: { _, found in found.record.outputs?.improvements != nil })
}

extension ReadinessMeasure {
  /// Every measure, in the order of the readiness page.
  package static let all: [ReadinessMeasure] = [
    externalIssues, internalIssues, parties, scopes, policies, approvedPolicies, roles, heldRoles, systems, ownedSystems,
    riskMethods, impactMethods, decidedControls, implementedControls, shownControls, risks, impactAssessments,
    systemsWithRisks, assessedSystems, gates, gatedSystems, models, modelsWithData, systemsWithReviewer, stoppableSystems,
    oversightEvents, trainedOverseers, disclosures, disclosedSystems, suppliers, assessedSuppliers, responsibleSuppliers,
    metrics, metricsWithReadings, measuredSystems, objectives, objectivesWithReadings, auditProgrammes, recentAudits,
    recentFindings, followedFindings, findingActions, recentReviews, nonconformities, explainedNonconformities, doneActions,
    effectiveActions, improvingReviews,
  ]
}
