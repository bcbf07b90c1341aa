import DossierRecords
import DossierText

extension RefreshTriggers {
  /// Which assessments a change makes out of date.
  static func calls(of subject: Change.Subject) -> Set<Assessment> {
    switch subject {
    case .dataset, .model: [.impact, .risk, .evaluation]
    case .useCase, .scope: [.impact, .risk]
    case .law: [.impact]
    case .supplier, .technology, .organisation: [.risk]
    }
  }

  static func calls(of subject: LastChange.Subject) -> Set<Assessment> {
    switch subject {
    case .data, .model: [.impact, .risk, .evaluation]
    case .useCase, .scope: [.impact, .risk]
    }
  }

  /// Every incident calls for another look at the risks it names; a grave one also at the impact, and at all risks where it names none.
  static func trigger(_ position: Int, _ entry: Entry, _ incident: Incident, _ dossier: Dossier) -> Trigger {
    let risks = Set(dossier.targets(of: position, "risks"))
    let isGrave = incident.severity == .high || incident.severity == .critical
    var calls: Set<Assessment> = isGrave ? [.impact] : []
    if isGrave || !risks.isEmpty { calls.insert(.risk) }
    let day = incident.detected.date
    return Trigger(
      date: day, words: "\(entry.named) of \(day)", label: entry.label("detected", "this incident"), calls: calls,
      risks: risks.isEmpty ? nil : risks)
  }

  /// The latest approval of each model and data set of a system: what was approved then is what runs since.
  static func approvals(_ system: Int, _ dossier: Dossier, _ day: CivilDate) -> [Trigger] {
    (dossier.targets(of: system, "models") + dossier.targets(of: system, "training_data")).compactMap { part in
      let entry = dossier.entries[part]
      guard entry.holds(on: day), let (i, approval) = entry.approvals(upTo: day).max(by: { $0.approval.date < $1.approval.date })
      else { return nil }
      let version = entry.head?.version.map { " \($0)" } ?? ""
      return Trigger(
        date: approval.date, words: "the approval of \(entry.named)\(version) on \(approval.date)",
        label: entry.label("approvals[\(i)].date", "approved here"), calls: [.impact])
    }
  }

  /// One for each day on which something that the system names among its `regulations` began to apply.
  static func laws(_ system: Int, _ dossier: Dossier, _ day: CivilDate) -> [Trigger] {
    let named = dossier.graph.edges(from: .entry(system)).compactMap { edge -> (ReferenceSite, Catalogue, Catalogue.Item)? in
      guard edge.site.field == "regulations", case .item(let catalogue, let item)? = edge.target else { return nil }
      return (edge.site, dossier.catalogues[catalogue], dossier.catalogues[catalogue].items[item])
    }
    let ids = Set(named.map(\.2.id))
    var byDay: [CivilDate: [(words: String, site: ReferenceSite)]] = [:]
    for (site, catalogue, item) in named {
      guard let start = item.application?.start(for: ids), start <= day else { continue }
      byDay[start, default: []].append(("\(catalogue.name) \(item.id)", site))
    }
    return byDay.compactMap { start, items in
      guard let first = items.first else { return nil }
      return Trigger(
        date: start, words: "\(items.map(\.words).listed(3)), in application since \(start)",
        label: .init(first.site.path, first.site.span, "applies since \(start)"), calls: [.impact])
    }
  }

  /// Assessments of suppliers that ended in conditions or a refusal: then the risks that come from them look different.
  static func suppliers(_ system: Int, _ dossier: Dossier, _ day: CivilDate) -> [Trigger] {
    let thirdParty = Set(
      dossier.origins(of: system, Risk.name, "systems").filter {
        (dossier.entries[$0].record as? Risk)?.category == .thirdParty
      })
    guard !thirdParty.isEmpty else { return [] }
    return dossier.targets(of: system, "suppliers").compactMap { position in
      let entry = dossier.entries[position]
      guard entry.holds(on: day), let assessment = (entry.record as? Supplier)?.assessment(by: day),
        assessment.result != .accepted
      else { return nil }
      return Trigger(
        date: assessment.date, words: "the assessment of \(entry.named) on \(assessment.date) (\(assessment.result.rawValue))",
        label: entry.label("assessment.date", "this assessment"), calls: [.risk], risks: thirdParty)
    }
  }
}

extension Application {
  /// The day for the case that is among the ids, such as `Annex III`; the first of all days where none of the cases is.
  fileprivate func start(for ids: Set<String>) -> CivilDate? {
    dates.filter { $0.what.map(ids.contains) ?? true }.map(\.date).min() ?? first
  }
}
