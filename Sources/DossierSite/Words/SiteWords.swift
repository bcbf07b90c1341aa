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

  /// "1 issue to fix", "2 issues to fix".
  static func issueCount(_ count: Int) -> String { Wording.count(count, "issue to fix", "issues to fix") }
}
