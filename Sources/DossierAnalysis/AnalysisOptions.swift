package import DossierRecords
package import DossierRules
package import DossierText

/// The options of an analysis.
package struct AnalysisOptions: Sendable {
  /// The as-of date.
  package var asOf: CivilDate
  /// The maximum number of tasks that run at the same time. The result does not depend on this number.
  package var workers: Int
  /// Whether the diagnostics in the baseline are suppressed.
  package var usesBaseline: Bool
  /// The rules to run. If nil, all built-in rules and all rules that the configuration declares are run.
  package var rules: [Rule]?
  /// The embedded catalogues and crosswalks to use. If nil, the configuration decides.
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
