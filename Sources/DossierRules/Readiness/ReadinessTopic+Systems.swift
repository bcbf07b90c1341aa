import DossierAssessment
import DossierRecords
import DossierText

/// Topics of AI systems: assessments, life cycle, oversight, transparency and suppliers.
extension ReadinessTopic {
  static let assessments = ReadinessTopic(
    ["6.1.2", "6.1.4", "8.2", "8.4", "A.5.3", "A.5.4", "A.5.5"],
    rules: [
      .acceptanceByOwnOwner, .acceptanceExpired, .acceptanceOutgrown, .acceptanceWithoutAuthority, .acceptanceWithoutEnd,
      .acceptanceWithoutScore, .assessmentOutdated,
      .highRiskWithoutControl, .impactAssessmentIncomplete, .impactAssessmentInconclusive, .impactAssessmentOverdue,
      .impactOfOtherSystem, .impactUnanswered, .impactUnlinked, .residualAboveInherent, .residualMissing, .residualWithoutControl,
      .riskAboveTolerable, .riskIncomplete, .riskOutdated, .riskUnaccepted, .riskUntreated, .systemUnassessed, .systemWithoutRisk,
    ],
    needs: [
      .some(.risks, "risks are effective", Risk.name, next: "record the risks of your AI systems (`dossier new risk`)"),
      .some(
        .impactAssessments, "impact assessments are effective", ImpactAssessment.name,
        next: "assess the effects of a system on people and society (`dossier new impact-assessment`)"),
      .every(
        .systemsWithRisks, "AI systems in scope have a risk on record", Risk.name, AISystem.name,
        next: "record the risks of the system, and list the system in their `systems`"),
      .every(
        .assessedSystems, "AI systems in scope have an impact assessment", ImpactAssessment.name, AISystem.name,
        next: "write an impact assessment that refers to the system"),
    ],
    doubts: { facts in withoutAppetite(facts.dossier) })

  static let lifeCycle = ReadinessTopic(
    ["A.6.1.3", "A.6.2.2", "A.6.2.3", "A.6.2.4", "A.6.2.5", "A.7.2", "A.7.4", "A.7.5"],
    rules: [
      .biasUnexamined, .changeUnapproved, .changeUnassessed, .dataOriginUnrecorded, .dataQualityUnmeasured, .deployedBeforeGate,
      .disposalUnrecorded, .evaluationOutdated, .gateMissing, .gateRefused, .gateSignedByOther, .gateUnchecked, .gateUnmet,
      .gateUnsigned, .lawfulBasisMissing, .modelIncomplete, .modelResultUnjudged, .modelWithoutData, .personalDataUnbounded,
      .promptInjectionUntested, .rightsUnstated, .securityUntested, .trainingDataUnlisted, .weightsUndisposed,
    ],
    needs: [
      .some(
        .gates, "life-cycle gates have been held", LifecycleGate.name,
        next: "hold a gate before a system enters its next stage, and record it (`dossier new lifecycle-gate`)"),
      .every(
        .gatedSystems, "AI systems in use passed a gate for deployment or operation", LifecycleGate.name,
        next: "record the gate that the system passed, or hold one now"),
      .some(.models, "models are effective", Model.name, next: "record the models of your AI systems (`dossier new model`)"),
      .every(
        .modelsWithData, "internal models list their training data", Dataset.name,
        next: "list the data sets used for training in `training.data`"),
    ])

  static let oversight = ReadinessTopic(
    ["A.6.2.6", "A.9.2", "A.9.3"],
    rules: [
      .competenceUndefined, .explanationMissing, .overrideUnexplained, .overrideUnreviewed, .oversightGap, .oversightSelfReviewed,
      .oversightUndefined, .oversightUnrecorded, .reviewerUninformed, .reviewerUntrained, .trainingExpired, .trainingUnproved,
    ],
    needs: [
      ReadinessNeed(
        .systemsWithReviewer, "AI systems in use have a reviewer", kinds: [AISystem.name], mustBeWhole: false,
        next: "write in `oversight.reviewer` the role that can intervene"),
      .every(
        .stoppableSystems, "high-risk AI systems in scope have a reviewer who may override or stop them", AISystem.name,
        next: "write the reviewer in `oversight`, with the power to override or stop the system"),
      .some(
        .oversightEvents, "oversight events took place in the last twelve months", OversightEvent.name,
        next: "record the reviews that took place, overridden decisions first (`dossier new oversight-event`)"),
      .every(
        .trainedOverseers, "roles that oversee AI systems in use have a valid training", Training.name,
        next: "train the role that oversees the system, and record the training (`dossier new training`)"),
    ],
    doubts: { facts in
      facts.dated.systemsInScope.contains { $0.record.riskClass == .high }
        ? [] : ["No AI system in scope is of risk class `high`, so oversight of such a system cannot be shown"]
    })

  static let transparency = ReadinessTopic(
    ["7.4", "A.8.2", "A.8.4", "A.8.5"], rules: [.disclosureIncomplete, .disclosureMissing, .incidentUncommunicated],
    needs: [
      .some(
        .disclosures, "disclosures are effective", Disclosure.name,
        next: "record what people are told and where (`dossier new disclosure`)"),
      .every(
        .disclosedSystems, "AI systems in use that people interact with have an effective disclosure", Disclosure.name,
        next: "add a disclosure that lists the system in `systems`"),
    ])

  static let suppliers = ReadinessTopic(
    ["A.10.2", "A.10.3"],
    rules: [
      .modelSupplierMissing, .responsibilityContradicted, .responsibilityUnallocated, .supplierAssessmentOutdated,
      .supplierIncomplete, .supplierRejected, .supplierUnassessed, .supplierUnbound, .supplierUnlisted,
      .supplierWithoutResponsibilities,
    ],
    needs: [
      .some(
        .suppliers, "suppliers are effective", Supplier.name,
        next: "record the suppliers of the models and AI services that you use (`dossier new supplier`)"),
      .every(
        .assessedSuppliers, "suppliers of AI systems in scope have been assessed", Supplier.name,
        next: "assess the supplier and write the result under `assessment`"),
      .every(
        .responsibleSuppliers, "suppliers of AI systems in scope state the controls they are responsible for", Supplier.name,
        next: "state under `responsibilities` which controls the supplier is responsible for, alone or shared"),
    ])
}
