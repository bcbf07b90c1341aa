import DossierRecords
package import DossierText

/// The evidence for one control, and whether at least one record of this evidence is fresh.
package struct ControlEvidence: Sendable {
  /// The evidence that counts, in the order of the dossier.
  ///
  /// A record is included if it refers to the control, or if the SoA line of the control refers to the record.
  package let items: [Item]

  /// One record of evidence for the control.
  package struct Item: Sendable {
    package let position: Int
    package let status: EvidenceStatus
    /// The last day on which the evidence is fresh. Nil if the freshness has no limit.
    ///
    /// The first of these dates that exists is used:
    ///
    /// 1. `valid_until` of the evidence.
    /// 2. `end` plus the review cycle of the SoA line, if the cycle is shorter than one year.
    /// 3. One year after the end of the `period` of the evidence.
    package let lastDay: CivilDate?
    /// The end of the period that the evidence covers. If the record states no period, the date of collection.
    package let end: CivilDate
    package let hasOwnEnd: Bool
    /// Whether the evidence is valid and its last day has not passed.
    package let isFresh: Bool
  }

  package var hasFresh: Bool { items.contains(where: \.isFresh) }

  /// Whether there is evidence, but no fresh evidence.
  package var isStale: Bool { !items.isEmpty && !hasFresh }

  init(_ positions: [Int], cycle: CalendarDuration?, _ dated: DatedDossier) {
    items = positions.compactMap { position in
      guard dated.counts(position), let evidence = dated.dossier.entries[position].record as? Evidence else { return nil }
      return Item(position, evidence, cycle: cycle, dated)
    }
  }
}

extension ControlEvidence.Item {
  fileprivate init(_ position: Int, _ evidence: Evidence, cycle: CalendarDuration?, _ dated: DatedDossier) {
    let end = evidence.period?.to ?? evidence.collected
    // To find out whether the cycle is shorter than a year, compare dates, because months have different lengths.
    let next = cycle?.after(end).flatMap { $0 < end.plus(years: 1) ? $0 : nil }
    let lastDay = evidence.validUntil ?? next ?? evidence.period.map { $0.to.plus(years: 1) }
    self.position = position
    status = EvidenceStatus(dated, position)
    self.lastDay = lastDay
    self.end = end
    hasOwnEnd = evidence.validUntil != nil
    isFresh = status.isValid && !dated.asOf.isPast(lastDay)
  }
}

extension ControlEvidence {
  /// The evidence with the latest `end`, if every `end` is more than a year before the as-of date.
  ///
  /// Otherwise nil. Also nil if there is no evidence, or if some evidence is fresh. Also nil if every item has `valid_until`,
  /// because the evidence is then stale only because of these dates.
  package func lapsed(_ asOf: AsOfDate) -> Item? {
    guard isStale, items.contains(where: { !$0.hasOwnEnd }), items.allSatisfy({ asOf.isOverAYearAfter($0.end) }) else {
      return nil
    }
    return items.max { $0.end < $1.end }
  }
}
