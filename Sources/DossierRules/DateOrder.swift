import DossierRecords
import DossierText

/// Days that can only come in one order: what the second tells of happens on or after the day of the first.
struct DateOrder {
  let earlier: String
  let later: String
  /// What the second of them would be, if the order were right: "resolved before it was detected".
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
      DateOrder("collected", "valid_until", "lost its validity before it was collected"),
    ],
    ImpactAssessment.name: [
      DateOrder("date", "approvals[].date", "was approved before it was made"),
      DateOrder("date", "next", "was to be repeated before it was made"),
    ],
    Incident.name: [
      DateOrder("occurred", "detected", "was detected before it occurred"),
      DateOrder("detected", "responded", "was answered before it was detected"),
      DateOrder("responded", "resolved", "was resolved before it was answered"),
      DateOrder("detected", "resolved", "was resolved before it was detected"),
      DateOrder("occurred", "communicated[].date", "was told of before it occurred"),
    ],
    ManagementReview.name: [DateOrder("date", "approvals[].date", "was approved before it was held")],
    Policy.name: [DateOrder("effective", "retired", "was retired before it took effect")],
    Programme.name: [
      DateOrder("certificate.issued", "certificate.expires", "has a certificate that expired before it was issued")
    ],
    Risk.name: [DateOrder("acceptance.date", "acceptance.until", "was accepted until a day before the acceptance")],
    Training.name: [DateOrder("date", "valid_until", "lost its validity before it was held")],
  ]
}

/// A day, and the second where it is known.
struct Moment: Hashable {
  let date: CivilDate
  let seconds: Int?

  /// Whether it lies before the other, as far as both are known.
  func isBefore(_ other: Moment) -> Bool {
    if let seconds, let others = other.seconds { return seconds < others }
    return date < other.date
  }
}

extension Entry {
  /// The days at a path such as `acceptance.until` or `communicated[].date`, each with its own place.
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
