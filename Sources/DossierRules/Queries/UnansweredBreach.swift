import DossierAssessment
import DossierRecords
import DossierText

/// A metric that reached a limit and has no recorded reaction.
struct UnansweredBreach {
  let entry: Entry
  let breach: Breach
  /// The first date on which a reaction counts: the date of the last reading within the limit. If no reading was within the
  /// limit, the date of the first reading.
  let since: CivilDate

  /// The metrics whose latest readings reach the limit `level` and no worse limit, and that have no recorded reaction.
  static func all(_ facts: Assessment, at level: Breach.Level) -> [UnansweredBreach] {
    let reactions = facts.reactions
    return facts.records(Metric.self).compactMap { position, entry, _ in
      guard let breach = facts.metric(at: position)?.breach, breach.level == level else { return nil }
      let since = breach.lastGood ?? breach.since
      guard !reactions.refer(to: position, since: since) else { return nil }
      guard !facts.dossier.targets(of: position, "systems").contains(where: { reactions.concern($0, since: since) }) else {
        return nil
      }
      return UnansweredBreach(entry: entry, breach: breach, since: since)
    }
  }
}
