import DossierAssessment
import DossierRecords
import DossierText

/// What is done for each AI system: assessments, controls, life cycle, oversight, suppliers.
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
      .records(Risk.self, "risks on record and in force", next: "record what may go wrong (`dossier new risk`)"),
      .records(
        ImpactAssessment.self, "impact assessments made by the day and in force",
        next: "assess what a system does to people and society (`dossier new impact-assessment`)"),
      .each(
        "AI systems in scope with risks on record", kinds: [Risk.name, AISystem.name],
        next: "record what may go wrong with the system, as risks that name it in `systems`",
        of: { facts in facts.dated.systemsInScope.map(\.position) },
        answer: { facts, position in
          facts.records(Risk.self, referringTo: position, in: "systems").map(\.position).answer
        }),
      .each(
        "AI systems in scope with an impact assessment", kinds: [ImpactAssessment.name, AISystem.name],
        next: "write an impact assessment that names the system",
        of: { facts in facts.dated.systemsInScope.map(\.position) },
        answer: { facts, position in
          facts.records(ImpactAssessment.self, referringTo: position, in: "system").map(\.position).answer
        }),
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
      .records(
        LifecycleGate.self, "life-cycle gates held by the day",
        next: "hold a gate before a system moves on and record it (`dossier new lifecycle-gate`)"),
      .each(
        "AI systems in use that a gate for deployment or operation let pass", kinds: [LifecycleGate.name],
        next: "record the gate that let the system in, or hold one now",
        of: { facts in facts.dated.systemsInUse.map(\.position) },
        answer: { facts, position in
          facts.records(LifecycleGate.self, referringTo: position, in: "system").filter {
            [.deployment, .operation].contains($0.record.stage) && $0.record.decision != .noGo
          }.map(\.position).answer
        }),
      .records(Model.self, "models on record and in force", next: "record the models behind your systems (`dossier new model`)"),
      .each(
        "models made in-house with their training data on record", kinds: [Dataset.name],
        next: "name the data sets it was trained on under `training: data`",
        of: { facts in facts.records(Model.self).filter { $0.record.origin == .inHouse }.map(\.position) },
        answer: { facts, position in facts.dossier.targets(of: position, "training.data").answer }),
    ])

  static let oversight = ReadinessTopic(
    ["A.6.2.6", "A.9.2", "A.9.3"],
    rules: [
      .competenceUndefined, .explanationMissing, .overrideUnexplained, .overrideUnreviewed, .oversightGap, .oversightSelfReviewed,
      .oversightUndefined, .oversightUnrecorded, .reviewerUninformed, .reviewerUntrained, .trainingExpired, .trainingUnproved,
    ],
    needs: [
      .each(
        "AI systems in use with a reviewer", kinds: [AISystem.name], next: "name in `oversight: reviewer` who can step in",
        mustBeWhole: false,
        of: { facts in facts.dated.systemsInUse.map(\.position) },
        answer: { facts, position in facts.dossier.targets(of: position, "oversight.reviewer").answer }),
      .each(
        "AI systems of high risk in scope whose reviewer may override or stop them", kinds: [AISystem.name],
        next: "say under `oversight` who reviews and give them the power to override or stop",
        of: { facts in facts.dated.systemsInScope.filter { $0.record.riskClass == .high }.map(\.position) },
        answer: { facts, position in
          guard let powers = (facts.dossier.entries[position].record as? AISystem)?.oversight?.powers,
            powers.contains(.overrule) || powers.contains(.stop)
          else { return nil }
          return facts.dossier.targets(of: position, "oversight.reviewer").answer
        }),
      .records(
        OversightEvent.self, "oversight events of the last twelve months",
        next: "record reviews that took place, those that overruled a system first (`dossier new oversight-event`)",
        where: { facts, found in !facts.asOf.isOverAYearAfter(found.record.date) }),
      .each(
        "roles that watch over systems in use with a training that counts", kinds: [Training.name],
        next: "train who watches over the system and record it (`dossier new training`)",
        of: { facts in facts.dated.overseers.map(\.role) },
        answer: { facts, role in
          facts.records(Training.self, referringTo: role, in: "roles").filter {
            !facts.asOf.isPast($0.record.validUntil)
          }.map(\.position).answer
        }),
    ],
    doubts: { facts in
      facts.dated.systemsInScope.contains { $0.record.riskClass == .high }
        ? [] : ["No AI system in scope is of risk class `high`, so the oversight of one cannot be shown"]
    })

  static let transparency = ReadinessTopic(
    ["7.4", "A.8.2", "A.8.4", "A.8.5"], rules: [.disclosureIncomplete, .disclosureMissing, .incidentUncommunicated],
    needs: [
      .records(
        Disclosure.self, "disclosures that are live on the day",
        next: "record what people are told and where (`dossier new disclosure`)"),
      .each(
        "AI systems in use that meet people, with a live disclosure", kinds: [Disclosure.name],
        next: "add a disclosure that names the system in `systems`",
        of: { facts in facts.dated.systemsInUse.filter { $0.record.meetsPeople }.map(\.position) },
        answer: { facts, position in
          let telling =
            facts.records(Disclosure.self, referringTo: position, in: "systems")
            + facts.records(Disclosure.self, referredToBy: position, in: "disclosure")
          return Set(telling.map(\.position)).sorted().answer
        }),
    ])

  static let suppliers = ReadinessTopic(
    ["A.10.2", "A.10.3"],
    rules: [
      .modelSupplierMissing, .responsibilityContradicted, .responsibilityUnallocated, .supplierAssessmentOutdated,
      .supplierIncomplete, .supplierRejected, .supplierUnassessed, .supplierUnbound, .supplierUnlisted,
      .supplierWithoutResponsibilities,
    ],
    needs: [
      .records(
        Supplier.self, "suppliers on record and in force",
        next: "record whose models and AI services you use (`dossier new supplier`)"),
      .each(
        "suppliers of AI systems in use that were assessed by the day", kinds: [Supplier.name],
        next: "assess the supplier and write the result under `assessment`",
        of: { facts in facts.dated.suppliersInUse.map(\.position) },
        answer: { facts, position in
          (facts.dossier.entries[position].record as? Supplier).flatMap(facts.asOf.assessment) == nil ? nil : [position]
        }),
      .each(
        "suppliers of AI systems in use with the controls they carry", kinds: [Supplier.name],
        next: "say under `responsibilities` which controls the supplier carries or shares",
        of: { facts in facts.dated.suppliersInUse.map(\.position) },
        answer: { facts, position in
          (facts.dossier.entries[position].record as? Supplier)?.responsibilities.isEmpty == false ? [position] : nil
        }),
    ])
}
