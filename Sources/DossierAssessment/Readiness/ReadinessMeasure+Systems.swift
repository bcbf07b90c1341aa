import DossierRecords

/// Measures of the activities for AI systems: risks, impact assessments, lifecycle, oversight, disclosure and suppliers.
extension ReadinessMeasure {
  package static let risks = records("risks", Risk.self)
  package static let impactAssessments = records("impact-assessments", ImpactAssessment.self)
  package static let systemsWithRisks = each(
    "systems-with-risks", of: { facts in facts.dated.systemsInScope.map(\.position) },
    answer: { facts, position in facts.records(Risk.self, referringTo: position, in: "systems").map(\.position).answer })
  package static let assessedSystems = each(
    "systems-with-impact-assessment", of: { facts in facts.dated.systemsInScope.map(\.position) },
    answer: { facts, position in
      facts.records(ImpactAssessment.self, referringTo: position, in: "system").map(\.position).answer
    })

  package static let gates = records("gates", LifecycleGate.self)
  package static let gatedSystems = each(
    "systems-with-gate", of: { facts in facts.dated.systemsInUse.map(\.position) },
    answer: { facts, position in
      facts.records(LifecycleGate.self, referringTo: position, in: "system").filter {
        [.deployment, .operation].contains($0.record.stage) && $0.record.decision != .noGo
      }.map(\.position).answer
    })
  package static let models = records("models", Model.self)
  package static let modelsWithData = each(
    "models-with-training-data",
    of: { facts in facts.records(Model.self).filter { $0.record.origin == .inHouse }.map(\.position) },
    answer: { facts, position in facts.dated.countingTargets(of: position, "training.data").answer })

  package static let systemsWithReviewer = each(
    "systems-with-reviewer", of: { facts in facts.dated.systemsInUse.map(\.position) },
    answer: { facts, position in facts.dated.countingTargets(of: position, "oversight.reviewer").answer })
  package static let stoppableSystems = each(
    "high-risk-with-override",
    of: { facts in facts.dated.systemsInScope.filter { $0.record.riskClass == .high }.map(\.position) },
    answer: { facts, position in
      guard let powers = (facts.dossier.entries[position].record as? AISystem)?.oversight?.powers,
        powers.contains(.overrule) || powers.contains(.stop)
      else { return nil }
      return facts.dated.countingTargets(of: position, "oversight.reviewer").answer
    })
  package static let oversightEvents = records(
    "oversight-events-recent", OversightEvent.self,
    where: { facts, found in !facts.asOf.isOverAYearAfter(found.record.date) })
  package static let trainedOverseers = each(
    "overseers-trained", of: { facts in facts.dated.overseers.map(\.role) },
    answer: { facts, role in
      facts.records(Training.self, referringTo: role, in: "roles").filter { !facts.asOf.isPast($0.record.validUntil) }
        .map(\.position).answer
    })

  package static let disclosures = records("disclosures", Disclosure.self)
  package static let disclosedSystems = each(
    "systems-disclosed",
    of: { facts in facts.dated.systemsInUse.filter { $0.record.meetsPeople }.map(\.position) },
    answer: { facts, position in
      let disclosures =
        facts.records(Disclosure.self, referringTo: position, in: "systems")
        + facts.records(Disclosure.self, referredToBy: position, in: "disclosure")
      return Set(disclosures.map(\.position)).sorted().answer
    })

  package static let suppliers = records("suppliers", Supplier.self)
  package static let assessedSuppliers = each(
    "suppliers-assessed", of: { facts in facts.dated.suppliersInUse.map(\.position) },
    answer: { facts, position in
      (facts.dossier.entries[position].record as? Supplier).flatMap(facts.asOf.assessment) == nil ? nil : [position]
    })
  package static let responsibleSuppliers = each(
    "suppliers-with-responsibilities", of: { facts in facts.dated.suppliersInUse.map(\.position) },
    answer: { facts, position in
      (facts.dossier.entries[position].record as? Supplier)?.responsibilities.isEmpty == false ? [position] : nil
    })
}
