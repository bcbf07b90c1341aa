import DossierAssessment

/// Words that several pages of the site use.
enum SiteWords {
  /// The title of the page of diagnostics, and the heading of each list of diagnostics on other pages.
  static let issues = "Issues to fix"
  /// The title of the page that defines the words of the program.
  static let wordList = "Words of this site"
  /// The heading of the fields of a record.
  static let details = "Details"
  /// The heading of the diagnostics of a record or page that an exception or the baseline suppresses.
  static let suppressed = "Covered by an exception or the baseline"
  /// The place of a diagnostic about the workspace as a whole.
  static let workspace = "the folder of the workspace"

  // Values.
  static let yes = "yes"
  static let no = "no"
  static let none = "none"
  static let missing = "missing"
  static let notStated = "not stated"
  static let notCompared = "not compared"
  static let notEvaluated = "not evaluated"
  static let cannotBeRead = "cannot be read"
  static let recordWithErrors = "record with errors"
  static let excluded = "excluded"
  static let expired = "expired"
  /// Replaces the text of a diagnostic if the text of its file must not be shown.
  static let withheld = "an issue in a file whose text this edition does not show"
  /// Follows the first members of a list. The other members are not shown.
  static let andOthers = "and others"

  /// "yes", "no" or "not stated".
  static func answer(_ value: Bool?) -> String { value.map { $0 ? yes : no } ?? notStated }

  /// The words for a field without a value.
  static func absence(isWritten: Bool) -> String { isWritten ? "written, but cannot be read" : notStated }

  /// The clauses as one list: "a, b, and c".
  static func list(_ clauses: [String]) -> String {
    guard let last = clauses.last, clauses.count > 1 else { return clauses.joined() }
    return clauses.dropLast().joined(separator: ", ") + (clauses.count > 2 ? ", and " : " and ") + last
  }

  /// "1 issue to fix", "2 issues to fix".
  static func issueCount(_ count: Int) -> String { Wording.count(count, "issue to fix", "issues to fix") }
}
