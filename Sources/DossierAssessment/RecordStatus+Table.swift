import DossierRecords
import DossierText

extension RecordStatus {
  /// Decides the status of a record. The first condition that is true decides.
  ///
  /// | condition | status |
  /// |---|---|
  /// | `status` or `retired` is written and cannot be read | unreadable |
  /// | `status: draft`, `proposed` or `rejected` | the same |
  /// | `retired` is on or before the as-of date | retired, or superseded if `status: superseded` |
  /// | `status: retired` or `superseded`, without a date in `retired` | the same |
  /// | the date of the record is after the as-of date | not yet effective |
  /// | a field of the record ends it (`KindTraits.endedBy`) | retired |
  /// | `status: closed` | closed |
  /// | anything else (`active`, `accepted`, or no status) | effective |
  ///
  /// If the date in `retired` is after the as-of date, the record is not retired yet, even if `status` is `retired` or
  /// `superseded`.
  init(of entry: Entry, _ asOf: AsOfDate) {
    if entry.unread.contains("status") || entry.unread.contains("retired") {
      self = .unreadable
      return
    }
    let written = entry.writtenStatus
    switch written {
    case .draft: self = .draft
    case .proposed: self = .proposed
    case .rejected: self = .rejected
    case .accepted, .active, .closed, .superseded, .retired, nil:
      let isReplaced = written == .superseded
      if let day = entry.retirementDate {
        if asOf.includes(day) {
          self = isReplaced ? .superseded : .retired
          return
        }
      } else if isReplaced || written == .retired {
        self = isReplaced ? .superseded : .retired
        return
      }
      if let date = entry.date, !asOf.includes(date) {
        self = .notYetEffective
      } else if entry.isEndedByField {
        self = .retired
      } else {
        self = written == .closed ? .closed : .effective
      }
    }
  }
}

extension Entry {
  // The status is read from the field, so a record with an error in another field still has a status.
  var writtenStatus: RecordHead.Status? {
    if case .word(let word)? = field("status")?.content { RecordHead.Status(rawValue: word) } else { nil }
  }

  var retirementDate: CivilDate? {
    if case .date(let day)? = field("retired")?.content { day } else { nil }
  }

  var isEndedByField: Bool {
    guard let end = kind.traits.endedBy, case .word(let word)? = field(end.field)?.content else { return false }
    return word == end.word
  }
}
