import DossierAssessment
import DossierRecords
import DossierText

extension Condition {
  /// Whether the condition is true on the as-of date. If the field has several values, one matching value is enough.
  func isTrue(of entry: Entry, _ asOf: AsOfDate) -> Bool {
    let values = entry.values(of: field.value)
    if state == .missing { return values.isEmpty }
    return values.contains { isTrue(of: $0, asOf) }
  }

  private func isTrue(of content: FieldContent, _ asOf: AsOfDate) -> Bool {
    if let value, content.written != value.value { return false }
    if !words.isEmpty, !words.contains(where: { $0.value == content.written }) { return false }
    if let minimum, !(content.number.map { $0 >= minimum.value } ?? false) { return false }
    if let maximum, !(content.number.map { $0 <= maximum.value } ?? false) { return false }
    guard before != nil || after != nil || within != nil || olderThan != nil else { return true }
    guard let day = content.day else { return false }
    if let before, !before.isAfter(day, asOf) { return false }
    if let after, !after.isBefore(day, asOf) { return false }
    if let within, !asOf.includes(day) || within.after(day).map({ asOf.isPast($0) }) ?? false { return false }
    if let olderThan, olderThan.after(day).map({ !asOf.isPast($0) }) ?? true { return false }
    return true
  }

  /// The condition in words: "`risk_class` is `high`".
  var sentence: String {
    var parts: [String] = []
    if let value { parts.append("is `\(value.value)`") }
    if !words.isEmpty { parts.append("is one of " + words.map { "`\($0.value)`" }.joined(separator: ", ")) }
    if let state { parts.append("is \(state == .missing ? "absent" : "present")") }
    if let before { parts.append("is before \(before.words)") }
    if let after { parts.append("is after \(after.words)") }
    if let within { parts.append("is at most \(within) before the as-of date") }
    if let olderThan { parts.append("is more than \(olderThan) before the as-of date") }
    if let minimum { parts.append("is at least \(minimum)") }
    if let maximum { parts.append("is at most \(maximum)") }
    return "`\(field.value)` " + (parts.isEmpty ? "is present" : parts.joined(separator: " and "))
  }
}

extension DayBound {
  fileprivate func isAfter(_ day: CivilDate, _ asOf: AsOfDate) -> Bool {
    switch self {
    case .day(let bound): day < bound
    case .asOf: asOf.isPast(day)
    }
  }

  fileprivate func isBefore(_ day: CivilDate, _ asOf: AsOfDate) -> Bool {
    switch self {
    case .day(let bound): day > bound
    case .asOf: !asOf.includes(day)
    }
  }

  fileprivate var words: String {
    switch self {
    case .day(let day): day.description
    case .asOf: "the as-of date"
    }
  }
}
