import DossierRecords
package import DossierText

/// The evidence on file for one control, and whether any of it is fresh.
package struct ControlEvidence: Sendable {
  /// The evidence that counts, in the order of the dossier: records that refer to the control, and records that its SoA line
  /// refers to.
  package let items: [Item]

  /// One record of evidence, as evidence for this control.
  package struct Item: Sendable {
    package let position: Int
    package let status: EvidenceStatus
    /// The last day on which the evidence is fresh; nil where nothing limits it.
    ///
    /// This is `valid_until` if written. Otherwise it is one review cycle of the SoA line after `end`, if that date comes less than a
    /// year after `end`; otherwise one year after the end of its `period`.
    package let lastDay: CivilDate?
    /// The end of the period that the evidence covers, or the date of collection.
    package let end: CivilDate
    package let hasOwnEnd: Bool
    /// Whether the evidence is valid and its last day has not passed.
    package let isFresh: Bool
  }

  package var hasFresh: Bool { items.contains(where: \.isFresh) }

  /// Evidence is on file, but none of it is fresh.
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
    // The dates are compared, because months have different lengths.
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
  /// The evidence that covers the latest period, if the control is stale because no evidence covers anything of the last year.
  ///
  /// Nil where every item has `valid_until`: then these dates are the reason.
  package func lapsed(_ asOf: AsOfDate) -> Item? {
    guard isStale, items.contains(where: { !$0.hasOwnEnd }), items.allSatisfy({ asOf.isOverAYearAfter($0.end) }) else {
      return nil
    }
    return items.max { $0.end < $1.end }
  }
}
