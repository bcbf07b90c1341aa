package import DossierRecords

/// What the history of the records ends with.
package enum HistoryEnd: Hashable, Sendable {
  /// The commit that is checked out.
  case head
  /// A commit, whatever is checked out.
  case commit(ObjectID)
  /// There was none, for this reason: a clause that follows "no history: ".
  case none(String)

  /// Nil where that is not said by name.
  var commit: ObjectID? { if case .commit(let commit) = self { commit } else { nil } }
}
