package import DossierText

/// What an evidence package is limited to. The site in it never is.
package struct PackageCriteria: Sendable {
  /// First and last day; nil where there is no limit.
  package let from: CivilDate?
  package let to: CivilDate?
  /// Position of the AI system.
  package let system: Int?

  package init(from: CivilDate?, to: CivilDate?, system: Int?) {
    self.from = from
    self.to = to
    self.system = system
  }

  var hasPeriod: Bool { from != nil || to != nil }

  /// Whether a time from one day to another, or to no end, has a day in common with the period.
  func includes(_ first: CivilDate, _ last: CivilDate?) -> Bool {
    if let to, first > to { return false }
    if let from, let last, last < from { return false }
    return true
  }

  /// For names: "2026-07-01", "to", "2026-09-30".
  package var periodName: [String] {
    switch (from, to) {
    case (let from?, let to?): [from.description, "to", to.description]
    case (let from?, nil): ["from", from.description]
    case (nil, let to?): ["to", to.description]
    case (nil, nil): []
    }
  }

  /// "from 1 July 2026 to 30 September 2026".
  var period: String? {
    guard hasPeriod else { return nil }
    return [from.map { "from \(Wording.long($0))" }, to.map { "to \(Wording.long($0))" }].compactMap(\.self).joined(
      separator: " ")
  }
}
