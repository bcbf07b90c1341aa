package import DossierText

/// The limits of an evidence package: a period and an AI system. The limits do not apply to the site in the package, which is
/// always complete.
package struct PackageCriteria: Sendable {
  /// The first day of the period. Nil means no limit.
  package let from: CivilDate?
  /// The last day of the period. Nil means no limit.
  package let to: CivilDate?
  /// The position of the record of the AI system. Nil means all systems.
  package let system: Int?

  package init(from: CivilDate?, to: CivilDate?, system: Int?) {
    self.from = from
    self.to = to
    self.system = system
  }

  var hasPeriod: Bool { from != nil || to != nil }

  /// Whether the time from `first` to `last` overlaps the period. `last` is nil if the time has no end.
  func includes(_ first: CivilDate, _ last: CivilDate?) -> Bool {
    if let to, first > to { return false }
    if let from, let last, last < from { return false }
    return true
  }

  /// The parts of the period for file names: "2026-07-01", "to", "2026-09-30".
  package var periodName: [String] {
    switch (from, to) {
    case (let from?, let to?): [from.description, "to", to.description]
    case (let from?, nil): ["from", from.description]
    case (nil, let to?): ["to", to.description]
    case (nil, nil): []
    }
  }

  /// The period in words: "from 1 July 2026 to 30 September 2026". Nil if there is no limit.
  var period: String? {
    guard hasPeriod else { return nil }
    return SelectionWords.period(from: from, to: to)
  }
}
