package import DossierRecords
package import DossierText

/// An action that was due before the as-of date and is not done.
package struct OverdueAction: Sendable, Hashable {
  /// The corrective action, or the management review that decided on the action.
  package let position: Int
  /// The index of the action in `actions` of the management review. Nil for a corrective action.
  package let index: Int?
  package let due: CivilDate
}

extension Assessment {
  /// The overdue corrective actions, then the overdue actions of management reviews. Both are in the order of the dossier.
  package var overdueActions: [OverdueAction] {
    func isOverdue(_ due: CivilDate, _ done: CivilDate?) -> Bool { asOf.isPast(due) && !asOf.includes(done) }
    let own = records(CorrectiveAction.self).compactMap { position, _, action -> OverdueAction? in
      // A closed action without a date in `done` was done at an unknown time, so it does not count as overdue. A rule reports the
      // missing date.
      guard isOverdue(action.due, action.done), status(of: position) != .closed || action.done != nil else { return nil }
      return OverdueAction(position: position, index: nil, due: action.due)
    }
    let decided = records(ManagementReview.self).flatMap { position, _, review in
      review.actions.enumerated().compactMap { i, action -> OverdueAction? in
        guard let due = action.due, isOverdue(due, action.done) else { return nil }
        return OverdueAction(position: position, index: i, due: due)
      }
    }
    return own + decided
  }

  /// The SoA lines of applicable controls that are not implemented and whose target date has passed.
  package var passedTargets: [(found: DatedDossier.Found<ControlImplementation>, target: CivilDate)] {
    records(ControlImplementation.self).compactMap { found in
      guard found.record.applicable, found.record.implementation != .implemented, let target = found.record.target,
        asOf.isPast(target)
      else { return nil }
      return (found, target)
    }
  }
}
