import DossierAssessment
import DossierText

/// The wording of the reports of a package: titles, columns, cells and notes that several reports share or that need no counts.
enum ReportWords {
  // Titles.
  static let controls = "Control coverage"
  static let evidence = "Evidence in this package"
  static let gaps = "Gap report"
  static let incidents = "Incident timeline"
  static let oversight = "Oversight log"
  static let measurements = "Measurements"

  // Links of the pages of a package.
  static let package = "Package"
  static let site = "The site"
  static let siteNote = "every record, with its references"
  static func rows(_ count: Int) -> String { Wording.count(count, "row") }

  /// The first line of the list of renamed files.
  static let renamed = "here\tin the sources"

  // Cells.
  static let byMachine = "by machine"
  static let byPeople = "by people"
  static let noFileInSources = "no file in the sources"
  static let noFileHere = "no file in this folder"
  static let fileMatches = "the file has the recorded SHA-256"
  static let fileDiffers = "the file differs from the recorded SHA-256"
  static let noDigest = "no SHA-256 recorded"
  static let open = "open"
  static let noReading = "no reading"
  static func missing(_ path: SourcePath) -> String { "the file \(path) is missing" }
  static func duration(minutes: Int) -> String { "\(minutes / 60) h \(abs(minutes % 60)) min" }

  // Notes.
  static func limited(toSystem system: String) -> String { "Limited to the AI system \(system)." }
  static func limited(toTime period: String) -> String { "Limited to the time \(period)." }

  static func notCounted(_ records: [(id: String, status: RecordStatus)], asOf: CivilDate) -> String {
    let names = records.map { "\($0.id) (\(StatusWords.words($0.status)))" }
    return "Left out, because the record does not count on \(Wording.long(asOf)): \(names.joined(separator: ", "))."
  }

  static let coverageRule =
    "Evidence counts if it is effective and has not expired, and if its file has the recorded SHA-256, if one is recorded. The line of the Statement of Applicability states who carries out a control. The record of evidence states who collected the evidence."

  static func limitedLines(toSystem system: String) -> String {
    "Limited to lines of the Statement of Applicability that refer to the AI system \(system) or to no system. The evidence of a line can concern other systems too."
  }

  static func coverage(
    asOf: CivilDate, implemented: Int, fresh: Int, applicable: Int, byMachine: Int, byPeople: Int
  ) -> String {
    "As of \(Wording.long(asOf)), \(fresh) of \(Wording.count(implemented, "implemented control")) have fresh evidence. For \(byMachine) of \(Wording.count(applicable, "applicable control")), some valid evidence was collected by a machine. For \(byPeople) of \(applicable), there is valid evidence, but none was collected by a machine."
  }

  static func incidents(_ shown: Int, of all: Int, open: Int, asOf: CivilDate) -> String {
    "\(shown) of \(Wording.count(all, "incident")) on record; \(open) of these \(shown) are not recorded as resolved on \(Wording.long(asOf))."
  }

  static func unreadIncidents(_ ids: [String]) -> String {
    "\(Wording.count(ids.count, "incident")) could not be read completely and are left out: \(ids.joined(separator: ", "))."
  }

  static func oversight(_ shown: Int, of all: Int, overruled: Int) -> String {
    "\(shown) of \(Wording.count(all, "oversight event")) on record; in \(overruled) of these \(shown) a person overruled the system."
  }

  static func unreadEvents(_ count: Int) -> String {
    "\(Wording.count(count, "event")) could not be read completely and are left out."
  }

  static func measurements(_ read: Int, of metrics: Int, asOf: CivilDate) -> String {
    "The last readings up to \(Wording.long(asOf)). \(read) of \(Wording.count(metrics, "metric")) have a reading. The limits are in the same row. The gap report lists the issues with metrics."
  }
}
