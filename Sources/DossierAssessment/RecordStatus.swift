/// The state of a record on the as-of date.
///
/// Each record has exactly one status. Only `RecordStatus.init` decides the status.
package enum RecordStatus: String, Sendable, Hashable, CaseIterable {
  /// The author is still writing the record.
  case draft
  /// A decision on the record is still open.
  case proposed
  /// The content of the record is true on the as-of date.
  case effective
  /// The subject of the record is finished. A closed record about an event still counts (`DatedDossier.counts`).
  case closed
  /// The record was rejected.
  case rejected
  /// A later record replaces the record.
  case superseded
  /// The record is no longer used.
  case retired
  /// `status` or `retired` is written but cannot be read, so it is unknown whether the record is effective.
  case unreadable
  /// The date of the record is after the as-of date.
  case notYetEffective = "not-yet-effective"
}
