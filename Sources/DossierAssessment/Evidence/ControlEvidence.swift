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
    /// This is `valid_until`, if the evidence has it. Otherwise, if the review cycle of the SoA line is shorter than a year, it
    /// is one cycle after `end`. Otherwise, if the evidence has a `period`, it is one year after the end of the period.
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
    let isShort = cycle.map { $0.months * 31 + $0.days < 365 } ?? false
    let lastDay = evidence.validUntil ?? (isShort ? cycle?.after(end) : evidence.period.map { $0.to.plus(years: 1) })
    self.position = position
    status = EvidenceStatus(dated, position)
    self.lastDay = lastDay
    self.end = end
    hasOwnEnd = evidence.validUntil != nil
    isFresh = status.isValid && !dated.asOf.isPast(lastDay)
  }
}

extension ControlEvidence {
  /// Whether the evidence is stale, and a record without `valid_until` covers nothing of the last year.
  package func isLapsed(_ asOf: AsOfDate) -> Bool {
    isStale && items.contains { !$0.hasOwnEnd && asOf.isOverAYearAfter($0.end) }
  }
}
