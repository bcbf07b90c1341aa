import DossierRecords
import DossierText

/// The rules that report missing content, and for each rule the kinds of records that can contain this content.
///
/// A rule that checks only the fields of one record is not in this list, because it checks only decoded records.
enum AbsenceRules {
  enum Suppliers {
    /// Records of every kind except `exception`. An exception refers to records, but cannot contain the missing content.
    case any
    case kinds(Set<String>)

    func contains(_ kind: String) -> Bool {
      switch self {
      case .any: kind != Exception.name
      case .kinds(let names): names.contains(kind)
      }
    }
  }

  static let suppliers: [RuleID: Suppliers] = {
    var suppliers: [RuleID: Suppliers] = [
      .actionWithoutSource: .any, .orphanRecord: .any, .reviewerUninformed: .any,
    ]
    for (rules, kinds) in table {
      for rule in rules { suppliers[rule] = .kinds(kinds) }
    }
    return suppliers
  }()

  private static let reactions: Set = [
    Change.name, CorrectiveAction.name, Decision.name, Incident.name, ManagementReview.name, Nonconformity.name,
  ]

  private static let table: [([RuleID], Set<String>)] = [
    ([.aiPolicyMissing], [Policy.name]), ([.objectivesMissing], [Objective.name]),
    ([.internalAuditGap, .auditCoverage], [Audit.name]), ([.managementReviewGap], [ManagementReview.name]),
    ([.systemWithoutRisk, .impactUnlinked], [Risk.name]),
    ([.systemUnassessed, .impactAssessmentOverdue, .assessmentOutdated], [ImpactAssessment.name]),
    ([.systemUnmonitored], [Metric.name]), ([.fairnessUnmeasured], [Metric.name, Model.name]),
    ([.explanationMissing, .evaluationOutdated], [Model.name]), ([.disclosureMissing], [Disclosure.name]),
    ([.gateMissing, .gateRefused, .deployedBeforeGate], [LifecycleGate.name]),
    ([.disposalUnrecorded], [Dataset.name, LifecycleGate.name, Model.name]),
    ([.oversightGap], [OversightEvent.name]), ([.reviewerUntrained, .trainingExpired], [Training.name]),
    ([.findingWithoutNonconformity], [Nonconformity.name]),
    ([.incidentWithoutAction, .metricAtWarning, .metricInBreach, .objectiveMissed], reactions),
    ([.evidenceMissing, .evidencePeriodLapsed, .evidenceStale], [Evidence.name]),
    ([.treatmentWithoutEvidence], [ControlImplementation.name, Evidence.name]), ([.supplierUnbound], [Supplier.name]),
    (
      [.acceptanceWithoutAuthority, .approvalLapsed, .approverWithoutAuthority, .gateSignedByOther, .quorumMissing],
      [Role.name]
    ),
  ]
}
