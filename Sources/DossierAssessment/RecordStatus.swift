/// The state of a record on the as-of date.
///
/// Each record has exactly one status. `RecordStatus.init` is the only code that reads `status`, `retired` and the date of a record.
package enum RecordStatus: String, Sendable, Hashable, CaseIterable {
  /// Its author is still writing it.
  case draft
  /// It waits for a decision.
  case proposed
  /// What it says is true on the as-of date.
  case effective
  /// Its subject is finished. A closed event still counts as a record of that event.
  case closed
  /// It was decided against.
  case rejected
  /// A later record replaced it.
  case superseded
  /// It is no longer used.
  case retired
  /// `status` or `retired` is written and cannot be read, so that nobody knows whether the record is true.
  case unreadable
  /// Its date lies after the as-of date.
  case notYetEffective = "not-yet-effective"
}
