/// The wording of the history of a record.
enum HistoryWords {
  static let uncommitted = "This record has changes that are in no commit."
  static let inNoCommit = "This record is in no commit of this repository."
  static let notFollowed = "The history of this record is not read, because of the form of its file."

  static func inSubmodule(_ folder: String) -> String {
    "This record is in the submodule \(folder). The history of a submodule is not read."
  }

  static func ofFile(_ path: String) -> String { "The changes of the file \(path) under this name." }
  static let afterAsOf = "committed after the as-of date"
  static let unknownDate = "an unknown date"

  /// "12 changes: first on 2026-01-02, last on 2026-10-30." If the history is incomplete, earlier changes can exist.
  static func changes(_ count: Int, first: String, last: String, isComplete: Bool) -> String {
    "\(Wording.count(count, "change")): \(isComplete ? "first" : "first known") on \(first), last on \(last)."
  }

  static func shown(_ most: Int) -> String { "The last \(most) changes and the first are shown." }
}
