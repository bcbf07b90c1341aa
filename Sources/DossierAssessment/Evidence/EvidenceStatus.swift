package import DossierRecords
package import DossierText

/// Whether a record of evidence is valid on the as-of date, and if not, the reason.
package enum EvidenceStatus: Sendable, Hashable {
  /// The evidence was collected and has not expired. If the SHA-256 of its file could be compared with the recorded SHA-256, both
  /// are equal. `until` is the last day on which the evidence is valid. It is nil if the record states no such day.
  case valid(until: CivilDate?)
  /// The `valid_until` of the evidence has passed.
  case expired(CivilDate)
  /// The date in `collected` is after the as-of date.
  case notCollected(CivilDate)
  /// The file of the evidence does not have the recorded SHA-256.
  case fileDiffers
  /// The record has an error, so it could not be decoded.
  case undecoded
  /// The record does not count because of its status.
  case notEffective(RecordStatus)

  package var isValid: Bool { if case .valid = self { true } else { false } }

  /// Decides the status of the evidence at `position`. The conditions are tested in order, and the first true condition decides.
  init(_ dated: DatedDossier, _ position: Int) {
    let entry = dated.dossier.entries[position]
    let status = dated.status(of: position)
    if status == .notYetEffective, let collected = entry.date {
      self = .notCollected(collected)
    } else if !dated.counts(position) {
      self = .notEffective(status)
    } else if entry.record == nil {
      self = .undecoded
    } else if dated.dossier.evidenceFileMatches(position) == false {
      self = .fileDiffers
    } else {
      let end = (entry.record as? Evidence)?.validUntil
      self = end.flatMap { dated.asOf.isPast($0) ? EvidenceStatus.expired($0) : nil } ?? .valid(until: end)
    }
  }
}

extension Dossier {
  /// Whether the file of the evidence at `position` has the recorded SHA-256. Nil if the file or the recorded SHA-256 is missing.
  package func evidenceFileMatches(_ position: Int) -> Bool? {
    let entry = entries[position]
    guard entry.kind.name == Evidence.name, case .digest(let recorded)? = entry.field("sha256")?.content else { return nil }
    for edge in graph.edges(from: .entry(position)) where edge.site.field == "file" {
      if case .file(let path)? = edge.target, let found = digests[path] { return found == recorded }
    }
    return nil
  }
}
