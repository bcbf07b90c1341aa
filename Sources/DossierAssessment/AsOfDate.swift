package import DossierText

/// The as-of date: the date on which the dossier is evaluated. Only this type compares other dates with it.
///
/// A deadline includes its own day: it has passed from the next day on. An event counts from its own day on.
package struct AsOfDate: Sendable, Hashable {
  package let date: CivilDate

  package init(_ date: CivilDate) { self.date = date }

  /// Whether `deadline` is before the as-of date.
  package func isPast(_ deadline: CivilDate) -> Bool { deadline < date }

  /// False where there is no deadline.
  package func isPast(_ deadline: CivilDate?) -> Bool { deadline.map(isPast) ?? false }

  /// Whether an event of `day` has happened: on or before the as-of date.
  package func includes(_ day: CivilDate) -> Bool { day <= date }

  /// False where there is no date.
  package func includes(_ day: CivilDate?) -> Bool { day.map(includes) ?? false }

  /// Whether `deadline` is the as-of date or one of the `days` after it.
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
