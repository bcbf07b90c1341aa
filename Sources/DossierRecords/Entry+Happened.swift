package import DossierText

/// What had happened by a day. A deed that is dated later is an intention at most, and nothing may rest on it.
extension CivilDate {
  package func hasCome(by day: CivilDate) -> Bool { self <= day }
}

extension Entry {
  /// The day of what it tells of, for kinds that tell of one occasion or begin to hold on a day.
  package var occasion: CivilDate? { field(Entry.occasions[kind.name] ?? "date")?.content.ofCalendar }

  /// The field that says the day, where it is not called `date`.
  private static let occasions = [
    Concern.name: "raised", Disclosure.name: "live_since", Evidence.name: "collected", Incident.name: "detected",
    Nonconformity.name: "found", Policy.name: "effective",
  ]

  /// The approvals given up to that day, with their places in the list.
  package func approvals(upTo day: CivilDate) -> [(index: Int, approval: Approval)] {
    (head?.approvals ?? []).enumerated().filter { $0.element.date.hasCome(by: day) }.map { ($0.offset, $0.element) }
  }

  /// The day of the last review; nil also where the only one that is known came after the day that is judged.
  package func reviewed(by day: CivilDate) -> CivilDate? {
    head?.reviewed.flatMap { $0.hasCome(by: day) ? $0 : nil }
  }
}

extension Risk {
  /// Nil also where it is dated after the day.
  package func acceptance(by day: CivilDate) -> Acceptance? {
    acceptance.flatMap { $0.date.hasCome(by: day) ? $0 : nil }
  }
}

extension Supplier {
  /// Nil also where it is dated after the day.
  package func assessment(by day: CivilDate) -> SupplierAssessment? {
    assessment.flatMap { $0.date.hasCome(by: day) ? $0 : nil }
  }
}

extension CorrectiveAction {
  /// Nil also where it is dated after the day, or without a date and the action was not done by then.
  package func effectiveness(by day: CivilDate) -> ActionEffectiveness? {
    effectiveness.flatMap { ($0.date ?? done ?? day).hasCome(by: day) ? $0 : nil }
  }
}

extension [TestResult] {
  /// Those done by a day; of one without a date nobody says that it is still to come.
  package func done(by day: CivilDate) -> [TestResult] { filter { $0.date?.hasCome(by: day) ?? true } }
}

extension [DataQuality] {
  /// Those measured by a day.
  package func measured(by day: CivilDate) -> [DataQuality] { filter { $0.date?.hasCome(by: day) ?? true } }
}

extension FieldContent {
  /// A day as such, never a text that reads like one.
  fileprivate var ofCalendar: CivilDate? {
    switch self {
    case .date(let date): date
    case .timestamp(let moment): moment.date
    default: nil
    }
  }
}
