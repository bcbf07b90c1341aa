package import DossierRecords
package import DossierRules
package import DossierText

/// How sources are analysed.
package struct AnalysisOptions: Sendable {
  /// The as-of date.
  package var asOf: CivilDate
  /// How many tasks run at the same time. The result does not depend on it.
  package var workers: Int
  /// Whether diagnostics that are listed in the baseline are suppressed.
  package var usesBaseline: Bool
  /// The rules to run; nil for all rules, including those that the configuration declares.
  package var rules: [Rule]?
  /// The catalogues and crosswalks of the program to use; nil for those that the configuration lists.
  package var library: (catalogues: [Catalogue], crosswalks: [Crosswalk])?

  package init(
    asOf: CivilDate, workers: Int = 1, usesBaseline: Bool = true, rules: [Rule]? = nil,
    library: (catalogues: [Catalogue], crosswalks: [Crosswalk])? = nil
  ) {
    self.asOf = asOf
    self.workers = workers
    self.usesBaseline = usesBaseline
    self.rules = rules
    self.library = library
  }
}
