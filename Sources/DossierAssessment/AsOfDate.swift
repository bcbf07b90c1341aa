package import DossierText

/// The as-of date: the date on which the dossier is evaluated. Other code asks this type whether a date is before or after the
/// as-of date.
///
/// A deadline on the as-of date has not passed yet. An event on the as-of date already counts.
package struct AsOfDate: Sendable, Hashable {
  package let date: CivilDate

  package init(_ date: CivilDate) { self.date = date }

  /// Whether `deadline` is before the as-of date.
  package func isPast(_ deadline: CivilDate) -> Bool { deadline < date }

  /// Whether `deadline` is before the as-of date. False if `deadline` is nil.
  package func isPast(_ deadline: CivilDate?) -> Bool { deadline.map(isPast) ?? false }

  /// Whether `day`, the date of an event, is on or before the as-of date.
  package func includes(_ day: CivilDate) -> Bool { day <= date }

  /// Whether `day` is on or before the as-of date. False if `day` is nil.
  package func includes(_ day: CivilDate?) -> Bool { day.map(includes) ?? false }

  /// Whether `deadline` is the as-of date, or at most `days` days later.
  package func isWithin(_ days: Int, before deadline: CivilDate) -> Bool {
    deadline >= date && deadline.daysSinceEpoch - date.daysSinceEpoch <= days
  }

  /// Whether the as-of date is more than `years` years after `day`.
  package func isOver(years: Int, after day: CivilDate) -> Bool { day < date.plus(years: -years) }

  /// Whether the as-of date is more than one year after `day`.
  package func isOverAYearAfter(_ day: CivilDate) -> Bool { isOver(years: 1, after: day) }
}

extension AsOfDate: CustomStringConvertible {
  package var description: String { date.description }
}
