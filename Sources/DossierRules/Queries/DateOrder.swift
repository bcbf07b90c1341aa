import DossierRecords
import DossierText

/// Two date fields of a record: the date in `later` must not be before the date in `earlier`.
struct DateOrder {
  let earlier: String
  let later: String
  /// The words of the message about a wrong order, after the name of the record: "was resolved before it was detected".
  let words: String

  init(_ earlier: String, _ later: String, _ words: String) {
    self.earlier = earlier
    self.later = later
    self.words = words
  }

  static let all: [String: [DateOrder]] = [
    CorrectiveAction.name: [DateOrder("done", "effectiveness.date", "was checked before it was done")],
    Evidence.name: [
      DateOrder("period.from", "period.to", "covers a period that ends before it begins"),
      DateOrder("period.to", "collected", "was collected before the end of the period it covers"),
      DateOrder("collected", "valid_until", "expired before it was collected"),
    ],
    ImpactAssessment.name: [
      DateOrder("date", "approvals[].date", "was approved before it was made"),
      DateOrder("date", "next", "has a date for the next assessment before its own date"),
    ],
    Incident.name: [
      DateOrder("occurred", "detected", "was detected before it occurred"),
      DateOrder("detected", "responded", "was responded to before it was detected"),
      DateOrder("responded", "resolved", "was resolved before it was responded to"),
      DateOrder("detected", "resolved", "was resolved before it was detected"),
      DateOrder("occurred", "communicated[].date", "was communicated before it occurred"),
    ],
    ManagementReview.name: [DateOrder("date", "approvals[].date", "was approved before it was held")],
    Policy.name: [DateOrder("effective", "retired", "was retired before it took effect")],
    Programme.name: [
      DateOrder("certificate.issued", "certificate.expires", "has a certificate that expired before it was issued")
    ],
    Risk.name: [DateOrder("acceptance.date", "acceptance.until", "has an acceptance that ends before its own date")],
    Training.name: [DateOrder("date", "valid_until", "expired before it was held")],
  ]
}

/// A date, with the time in seconds since the epoch if the time is known.
struct Moment: Hashable {
  let date: CivilDate
  let seconds: Int?

  /// Whether this moment is before the other. Compares seconds if both have them, and dates otherwise.
  func isBefore(_ other: Moment) -> Bool {
    if let seconds, let others = other.seconds { return seconds < others }
    return date < other.date
  }
}

extension Entry {
  /// The dates at a path such as `acceptance.until` or `communicated[].date`. `place` is the path of one date:
  /// `communicated[0].date`.
  func moments(at path: String) -> [(place: String, moment: Moment)] {
    let parts = path.split(separator: ".").map(String.init)
    guard let first = parts.first else { return [] }
    let isList = first.hasSuffix("[]")
    let name = isList ? String(first.dropLast(2)) : first
    guard let content = field(name)?.content else { return [] }
    if isList, case .list(let items) = content {
      return items.enumerated().compactMap { i, item in
        Self.moment(item, parts.dropFirst()).map { ("\(name)[\(i)]." + parts.dropFirst().joined(separator: "."), $0) }
      }
    }
    return Self.moment(content, parts.dropFirst()).map { [(path, $0)] } ?? []
  }

  private static func moment(_ content: FieldContent, _ path: ArraySlice<String>) -> Moment? {
    switch content {
    case .date(let date): path.isEmpty ? Moment(date: date, seconds: nil) : nil
    case .timestamp(let time): path.isEmpty ? Moment(date: time.date, seconds: time.secondsSinceEpoch) : nil
    case .mapping(let members): members.first { $0.name == path.first }.flatMap { moment($0.content, path.dropFirst()) }
    default: nil
    }
  }
}
