package import DossierAssessment
import DossierRecords
package import DossierText

/// The changed scores of one risk.
package struct RiskChange: Sendable, Hashable {
  package let id: String
  package let title: String
  /// Whether the older version contains the risk. `isThere` says the same about the newer version.
  package let wasThere: Bool
  package let isThere: Bool
  package let oldInherent: Score?
  package let newInherent: Score?
  package let oldResidual: Score?
  package let newResidual: Score?
  /// The role that accepted the risk, as recorded in the newer version. Nil if no acceptance is recorded.
  ///
  /// `acceptedOn` is the recorded date. `acceptance` says whether the recorded acceptance covers the risk.
  package let acceptedBy: String?
  package let acceptedOn: CivilDate?
  /// Whether the recorded acceptance covers the score of the newer version on the as-of date. Nil if the newer version does not
  /// contain the risk.
  package let acceptance: AcceptanceStatus?
  /// Whether both versions have the same acceptance. If so, the acceptance was given before the scores changed.
  package let isAcceptanceOld: Bool

  /// Likelihood × impact on the five-step scales.
  package struct Score: Sendable, Hashable {
    package let likelihood: Int
    package let impact: Int
    package var value: Int { likelihood * impact }
  }

  /// The risks whose scores differ, including added and removed risks with scores. A risk is included only if it counts in at
  /// least one version.
  static func all(_ before: Assessment, _ after: Assessment, _ records: [RecordChange]) -> [RiskChange] {
    let (old, new) = (before.dossier, after.dossier)
    var former: [String: String] = [:]
    for record in records { former[record.id] = record.formerID }
    let renamed = Set(former.values.map(RecordID.key))
    let later = new.positions(of: Risk.name).compactMap { position -> RiskChange? in
      let entry = new.entries[position]
      let earlier = old.position(of: former[entry.id] ?? entry.id)
      guard after.counts(position) || earlier.map(before.counts) ?? false else { return nil }
      return change(earlier.map { old.entries[$0] }, entry, after.risk(at: position)?.acceptance)
    }
    let removed = old.positions(of: Risk.name).filter { position in
      let id = old.entries[position].id
      return before.counts(position) && new.entry(id) == nil && !renamed.contains(RecordID.key(id))
    }.compactMap { change(old.entries[$0], nil, nil) }
    return later + removed
  }

  private static func change(_ old: Entry?, _ new: Entry?, _ status: AcceptanceStatus?) -> RiskChange? {
    guard let entry = new ?? old else { return nil }
    let before = (inherent: score(old, "inherent"), residual: score(old, "residual"))
    let after = (inherent: score(new, "inherent"), residual: score(new, "residual"))
    guard before.inherent != after.inherent || before.residual != after.residual else { return nil }
    let acceptance = new?.field("acceptance")?.content
    var day: CivilDate?
    if case .date(let date)? = acceptance?.member("date") { day = date }
    return RiskChange(
      id: entry.id, title: entry.title, wasThere: old != nil, isThere: new != nil, oldInherent: before.inherent,
      newInherent: after.inherent, oldResidual: before.residual, newResidual: after.residual,
      acceptedBy: acceptance?.member("by")?.plain, acceptedOn: day, acceptance: status,
      isAcceptanceOld: acceptance != nil && acceptance?.meaning == old?.field("acceptance")?.content.meaning)
  }

  private static func score(_ entry: Entry?, _ field: String) -> Score? {
    let content = entry?.field(field)?.content
    guard case .integer(let likelihood)? = content?.member("likelihood"), case .integer(let impact)? = content?.member("impact")
    else { return nil }
    return Score(likelihood: likelihood, impact: impact)
  }
}
