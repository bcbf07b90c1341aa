package import DossierRecords

/// The last commit of the history of the records.
package enum HistoryEnd: Hashable, Sendable {
  /// The commit that is checked out.
  case head
  /// A given commit, regardless of which commit is checked out.
  case commit(ObjectID)
  /// There is no history. The text is the reason, a clause that can follow "no history: ".
  case none(String)

  /// The given commit. Nil in the other cases.
  var commit: ObjectID? { if case .commit(let commit) = self { commit } else { nil } }
}
