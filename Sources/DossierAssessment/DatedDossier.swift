package import DossierRecords
package import DossierText

/// A dossier with the status of each record on the as-of date.
///
/// Numbers are positions in `dossier.entries`.
package struct DatedDossier: Sendable {
  package let dossier: Dossier
  package let asOf: AsOfDate
  private let statuses: [RecordStatus]

  package init(_ dossier: Dossier, asOf: CivilDate) {
    self.dossier = dossier
    let asOf = AsOfDate(asOf)
    self.asOf = asOf
    statuses = dossier.entries.map { RecordStatus(of: $0, asOf) }
  }

  /// A record of type `R`: its position, its entry, and its decoded content.
  package typealias Found<R: Record> = (position: Int, entry: Entry, record: R)

  package func status(of position: Int) -> RecordStatus { statuses[position] }

  package func isEffective(_ position: Int) -> Bool { statuses[position] == .effective }

  /// Whether the record counts. A record counts if it is effective, or if it is about an event and is closed.
  package func counts(_ position: Int) -> Bool {
    switch statuses[position] {
    case .effective: true
    case .closed: dossier.entries[position].isEvent
    case .draft, .proposed, .rejected, .superseded, .retired, .notYetEffective, .unreadable: false
    }
  }

  /// Whether the record is current: it is not retired, superseded or rejected. A draft is current, although it does not count.
  package func isCurrent(_ position: Int) -> Bool {
    switch statuses[position] {
    case .rejected, .superseded, .retired: false
    case .draft, .proposed, .effective, .closed, .notYetEffective, .unreadable: true
    }
  }

  /// Whether the record is no longer used: retired or superseded.
  package func isRetired(_ position: Int) -> Bool {
    statuses[position] == .retired || statuses[position] == .superseded
  }

  /// The records of a type that count and could be decoded.
  package func records<R: Record>(_ type: R.Type) -> [Found<R>] {
    dossier.positions(of: R.name).compactMap { counting(type, at: $0) }
  }

  /// The records of a type that have one of the wanted statuses and could be decoded.
  package func records<R: Record>(_ type: R.Type, with wanted: Set<RecordStatus>) -> [Found<R>] {
    dossier.all(type).filter { wanted.contains(statuses[$0.position]) }
  }

  /// The records of a type that count and refer to the record at `position` in `field`. No record is listed twice.
  package func records<R: Record>(_ type: R.Type, referringTo position: Int, in field: String) -> [Found<R>] {
    Set(dossier.origins(of: position, R.name, field)).sorted().compactMap { counting(type, at: $0) }
  }

  /// The records of a type that count and to which the record at `position` refers in `field`. No record is listed twice.
  package func records<R: Record>(_ type: R.Type, referredToBy position: Int, in field: String) -> [Found<R>] {
    dossier.targets(of: position, field).sorted().compactMap { counting(type, at: $0) }
  }

  /// Positions of the records that count and to which the record at `position` refers in `field`.
  package func countingTargets(of position: Int, _ field: String) -> [Int] {
    dossier.targets(of: position, field).filter(counts)
  }

  private func counting<R: Record>(_ type: R.Type, at position: Int) -> Found<R>? {
    guard counts(position), let record = dossier.entries[position].record as? R else { return nil }
    return (position, dossier.entries[position], record)
  }

  /// The approvals dated on or before the as-of date, with their positions in the list.
  package func approvals(of entry: Entry) -> [(index: Int, approval: Approval)] {
    (entry.head?.approvals ?? []).enumerated().filter { asOf.includes($0.element.date) }.map { ($0.offset, $0.element) }
  }

  /// The date in `reviewed`. Nil if the date is missing or after the as-of date.
  package func reviewed(_ entry: Entry) -> CivilDate? {
    entry.head?.reviewed.flatMap { asOf.includes($0) ? $0 : nil }
  }
}

extension DatedDossier {
  /// The records that count and are under document control: `traits.isControlledDocument` of their kind is true.
  package var controlledDocuments: [(position: Int, entry: Entry)] {
    dossier.kinds.filter(\.traits.isControlledDocument).flatMap { dossier.positions(of: $0.name) }.filter(counts)
      .map { ($0, dossier.entries[$0]) }
  }
}

extension DatedDossier {
  /// The value of the field `status`, if this word differs from the status of the record on the as-of date.
  ///
  /// Nil if the words are equal, or if the field is missing. Nil also if an effective record states `active`.
  package func otherWrittenStatus(of position: Int) -> String? {
    guard let written = dossier.entries[position].writtenStatus, written != .active || !isEffective(position) else { return nil }
    return written.rawValue == status(of: position).rawValue ? nil : written.rawValue
  }

  /// Whether a field of the record states that the record has ended (`KindTraits.endedBy`). The status of the record is not
  /// considered.
  package func isEndedByField(_ position: Int) -> Bool { dossier.entries[position].isEndedByField }

  /// Whether the record is retired or superseded, and its `retired` date is after `date`.
  package func wasRetired(_ position: Int, after date: CivilDate) -> Bool {
    isRetired(position) && (retirement(of: position).map { $0 > date } ?? false)
  }

  /// The date in `retired`. It can be after the as-of date.
  package func retirement(of position: Int) -> CivilDate? { dossier.entries[position].retirementDate }
}
