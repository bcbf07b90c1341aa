import DossierRecords
import DossierText

extension RefreshTriggers {
  /// The kinds of assessment that a change makes outdated.
  static func affected(by subject: Change.Subject) -> Set<AssessmentKind> {
    switch subject {
    case .dataset, .model: [.impact, .risk, .evaluation]
    case .useCase, .scope: [.impact, .risk]
    case .law: [.impact]
    case .supplier, .technology, .organisation: [.risk]
    }
  }

  static func affected(by subject: LastChange.Subject) -> Set<AssessmentKind> {
    switch subject {
    case .data, .model: [.impact, .risk, .evaluation]
    case .useCase, .scope: [.impact, .risk]
    }
  }

  /// The trigger for an incident.
  ///
  /// The incident affects the risks that it lists. A high or critical incident also affects the impact assessment. If a high or
  /// critical incident lists no risks, it affects all risks of the system.
  static func trigger(_ position: Int, _ incident: Incident, _ dossier: Dossier) -> Trigger {
    let risks = Set(dossier.targets(of: position, "risks"))
    let isGrave = incident.severity == .high || incident.severity == .critical
    var affects: Set<AssessmentKind> = isGrave ? [.impact] : []
    if isGrave || !risks.isEmpty { affects.insert(.risk) }
    return Trigger(incident.detected.date, .incident(position), affects: affects, risks: risks.isEmpty ? nil : risks)
  }

  /// One trigger for the latest approval of each model and data set of a system. From the date of the approval, the system is
  /// assumed to use the approved version.
  static func approvals(_ system: Int, _ dated: DatedDossier) -> [Trigger] {
    (dated.dossier.targets(of: system, "models") + dated.dossier.targets(of: system, "training_data")).compactMap { part in
      guard dated.counts(part),
        let (i, approval) = dated.approvals(of: dated.dossier.entries[part]).max(by: { $0.approval.date < $1.approval.date })
      else { return nil }
      return Trigger(approval.date, .approval(part, index: i), affects: [.impact])
    }
  }

  /// One trigger for each date on which an item in the system's `regulations` began to apply.
  static func laws(_ system: Int, _ dated: DatedDossier) -> [Trigger] {
    let dossier = dated.dossier
    let named = dossier.graph.edges(from: .entry(system)).compactMap { edge -> (site: ReferenceSite, item: ItemPosition)? in
      guard edge.site.field == "regulations", case .item(let catalogue, let item)? = edge.target else { return nil }
      return (edge.site, ItemPosition(catalogue: catalogue, item: item))
    }
    let ids = Set(named.map { dossier.catalogues[$0.item.catalogue].items[$0.item.item].id })
    var byDay: [CivilDate: [(item: ItemPosition, site: ReferenceSite)]] = [:]
    for (site, position) in named {
      let item = dossier.catalogues[position.catalogue].items[position.item]
      guard let start = item.application?.start(for: ids), dated.asOf.includes(start) else { continue }
      byDay[start, default: []].append((position, site))
    }
    return byDay.sorted { $0.key < $1.key }.compactMap { start, items in
      guard let first = items.first else { return nil }
      return Trigger(start, .law(items.map(\.item), first.site), affects: [.impact])
    }
  }

  /// One trigger for each supplier whose assessment ended with conditions or a rejection. The trigger affects the third-party
  /// risks of the system.
  static func suppliers(_ system: Int, _ dated: DatedDossier) -> [Trigger] {
    let dossier = dated.dossier
    let thirdParty = Set(
      dossier.origins(of: system, Risk.name, "systems").filter {
        (dossier.entries[$0].record as? Risk)?.category == .thirdParty
      })
    guard !thirdParty.isEmpty else { return [] }
    return dossier.targets(of: system, "suppliers").compactMap { position in
      guard dated.counts(position), let supplier = dossier.entries[position].record as? Supplier,
        let assessment = dated.asOf.assessment(of: supplier), assessment.result != .accepted
      else { return nil }
      return Trigger(assessment.date, .supplierAssessment(position, assessment.result), affects: [.risk], risks: thirdParty)
    }
  }
}

extension Application {
  /// The date on which the law begins to apply to a system that refers to `ids`.
  ///
  /// Some dates apply only to one case, such as `Annex III`. A date applies to the system if it has no case, or if its case is
  /// one of `ids`. The result is the earliest of these dates. If no date applies to the system, the result is the earliest of all
  /// dates.
  fileprivate func start(for ids: Set<String>) -> CivilDate? {
    dates.filter { $0.what.map(ids.contains) ?? true }.map(\.date).min() ?? first
  }
}
