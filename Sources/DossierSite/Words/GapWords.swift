import DossierAssessment
import DossierText

/// The wording of the gap report of a package.
enum GapWords {
  // Kinds of gaps. The other kinds are the severities of the diagnostics.
  static let evidence = "evidence"
  static let readiness = "readiness"

  /// The kind of a diagnostic that an exception or the baseline suppresses.
  static func kind(_ reason: Suppressed.Reason) -> String {
    switch reason {
    case .exception: "excepted"
    case .baseline: "known"
    }
  }

  /// The subject of a diagnostic that belongs to no record or page.
  static let system = "the management system"

  // Gaps of evidence files, each with the next action.
  static let restore = "restore the file, or correct the record"
  static let noFile = "it has no file that could be put in this package"
  static let visit = "ask to see it where it is stored"
  static let collectAgain = "collect the evidence again, or find out why the file changed"
  static func missing(_ path: SourcePath) -> String { "the file \(path) is missing and not in this package" }
  static func elsewhere(_ location: String) -> String { "it is stored elsewhere: \(location)" }
  static func differs(_ path: SourcePath) -> String { "the file \(path) in this package does not have the recorded SHA-256" }

  static let fixQuestion = "fix the issues of this question"

  /// Why the diagnostic is suppressed, and the next action.
  static func suppressed(_ reason: Suppressed.Reason, help: String?) -> String {
    "\(reason.described); \(help ?? "check it again before then")"
  }

  // Notes.
  static let questionsOmitted =
    "Questions of the readiness lists concern the whole management system, so they are not in this report. The site has them."

  /// The first note: the counts of the site, and how many of these diagnostics this report lists.
  static func issues(_ figures: Figures, asOf: CivilDate, _ listed: String) -> String {
    let errors = Wording.countOrNo(figures.count(.diagnostics(.error)), "open error")
    let warnings = Wording.countOrNo(figures.count(.diagnostics(.warning)), "open warning")
    return "As of \(Wording.long(asOf)): \(errors) and \(warnings) in all records; \(listed)."
  }

  /// How many diagnostics, and how many suppressed diagnostics, are in the report.
  static func listed(_ found: Int, of all: Int, suppressed: Int, ofSuppressed allSuppressed: Int) -> String {
    let counted = all == 0 ? "there is no diagnostic" : "\(found) of \(Wording.count(all, "diagnostic"))"
    if allSuppressed == 0 {
      return all == 0 ? "\(counted), and none is suppressed" : "\(counted) are listed here, and none is suppressed"
    }
    let forgiven = "\(suppressed) of \(allSuppressed) that an exception or the baseline suppresses"
    return all == 0 ? "\(counted), and \(forgiven) are listed here" : "\(counted) and \(forgiven) are listed here"
  }

  /// How many of the selected records of evidence have a gap.
  static func files(_ gaps: Int, of selected: Int) -> String {
    guard selected > 0 else { return "No record of evidence is selected, so none lacks its file." }
    let records = Wording.count(selected, "selected record")
    return gaps == 0
      ? "Of \(records) of evidence, none lacks its file or has a file that differs from the recorded SHA-256."
      : "\(gaps) of \(records) of evidence \(gaps == 1 ? "has" : "have") no file in this package, a missing file, or a file that differs from the recorded SHA-256."
  }

  static func questions(_ count: Int) -> String {
    "\(count == 0 ? "No question" : Wording.count(count, "question")) of the readiness lists \(count < 2 ? "has" : "have") incomplete evidence or issues to fix."
  }
}
