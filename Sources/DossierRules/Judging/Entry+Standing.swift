import DossierRecords
import DossierText

extension Entry {
  /// Whether what it says held on that day: it was neither a draft nor a proposal nor turned down, and not retired yet.
  func holds(on day: CivilDate) -> Bool {
    switch head?.status {
    case .draft, .proposed, .rejected: return false
    default: break
    }
    // What was retired later was still in force then.
    if let retired = head?.retired { return retired > day }
    return !isRetired
  }

  /// Whether it held on that day, and what it tells of had happened or begun by then.
  func stands(on day: CivilDate) -> Bool { holds(on: day) && (occasion ?? day).hasCome(by: day) }

  /// Whether it tells of what happened once, rather than of what begins on a day and goes on.
  var happenedOnce: Bool {
    kind.name == Decision.name || (occasion != nil && ![Disclosure.name, Policy.name].contains(kind.name))
  }

  /// The name of a field, where its value may run over many lines; its id where the field is not written.
  func key(_ field: String) -> Span { self.field(field)?.keySpan ?? idSpan }

  func label(_ field: String, _ text: String) -> Diagnostic.Label { .init(path, span(of: field), text) }

  /// A label on its id.
  func label(_ text: String) -> Diagnostic.Label { .init(path, idSpan, text) }
}

extension CivilDate {
  /// The day so many days before or after; the first or last day there is where that lies outside the calendar.
  func plus(_ days: Int) -> CivilDate {
    CivilDate(daysSinceEpoch: daysSinceEpoch + days).flatMap { $0.year > 0 ? $0 : nil } ?? self
  }

  /// The same day in another year, or the day before where there is none.
  func plus(years: Int) -> CivilDate {
    let year = Swift.min(9999, Swift.max(1, self.year + years))
    return CivilDate(year: year, month: month, day: Swift.min(day, CivilDate.days(in: month, of: year))) ?? self
  }
}

extension CivilDate? {
  /// Whether what this is the day of had not happened yet on another day; nil means that it never did.
  func isOpen(on day: CivilDate) -> Bool { map { !$0.hasCome(by: day) } ?? true }
}
