/// The columns of the reports of a package. The keys are the names in CSV and JSON, so they must not be translated.
enum ReportColumns {
  static let controls = columns([
    ("control", "Control"), ("title", "Title"), ("applicable", "Applicable"), ("implementation", "Implementation"),
    ("carried_out", "Carried out"), ("evidence", "Evidence"), ("counts", "Counts"), ("automated", "Collected by a machine"),
    ("manual", "Collected by people"), ("not_stated", "Not stated"), ("in_package", "In this package"),
  ])

  static let evidence = columns([
    ("evidence", "Evidence"), ("controls", "Controls"), ("collected", "Collected"), ("automated", "By a machine"),
    ("selected", "Selected"), ("reason", "Reason"), ("source_file", "File in the sources"), ("state", "State"),
  ])

  static let gaps = columns([
    ("kind", "Kind"), ("about", "About"), ("what", "What"), ("next", "Next action"), ("where", "Where"),
  ])

  static let incidents = columns([
    ("incident", "Incident"), ("systems", "Systems"), ("severity", "Severity"), ("occurred", "Occurred"),
    ("detected", "Detected"), ("responded", "Responded"), ("resolved", "Resolved"),
    ("to_response", "Detected to responded"), ("to_resolution", "Detected to resolved"), ("actions", "Corrective actions"),
  ])

  static let oversight = columns([
    ("date", "Date"), ("event", "Event"), ("system", "System"), ("reviewer", "Reviewer"), ("override", "Overruled"),
    ("had_information", "Had information"), ("had_time", "Had time"), ("decision", "Decision"), ("reason", "Reason"),
    ("reviewed_by", "Checked by"),
  ])

  static let measurements = columns([
    ("metric", "Metric"), ("systems", "Systems"), ("date", "Date"), ("group", "Group"), ("value", "Value"),
    ("unit", "Unit"), ("warn", "Warn at"), ("fail", "Fail at"), ("direction", "Direction"), ("readings", "Readings"),
  ])

  private static func columns(_ columns: [(key: String, title: String)]) -> [Report.Column] {
    columns.map { Report.Column(key: $0.key, title: $0.title) }
  }
}
