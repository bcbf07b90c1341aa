import DossierAssessment
import DossierText

/// The wording of the facts and notices at the top of a record.
enum RecordWords {
  static let notReviewedYet = "not reviewed yet"
  static let neverReviewed = "never reviewed"
  /// The meaning of a field that is not part of the schema.
  static let ownField = "a field that the organisation added"
  static let mentionedInText = "mentioned in the text"

  /// The title of the link from an SoA line to its control.
  static func control(_ id: String, _ title: String) -> String { "Control \(id) \(title)" }

  // Notes beside the status.
  static func since(_ date: CivilDate) -> String { "since \(Wording.long(date))" }
  static func from(_ date: CivilDate) -> String { "from \(Wording.long(date))" }
  static func end(_ date: CivilDate) -> String { "until \(Wording.long(date))" }
  static func written(_ status: String) -> String { "status in the record: \(status)" }

  // Notices.
  static let incomplete =
    "This record could not be read completely. This page shows the parts that could be read. The issues to fix list the other parts."
  static let noReviewDate = "This record states how often it is reviewed, but not when it was last reviewed."
  static let fileDiffers = "The file of this evidence does not have the recorded SHA-256."

  static func ended(_ status: RecordStatus, since date: CivilDate?) -> String {
    "This record is \(StatusWords.words(status))" + (date.map { " (since \(Wording.long($0)))" } ?? "") + "."
  }

  static func superseded(by name: String, _ title: String) -> String { "This record is superseded by \(name), \(title)." }

  static func expired(_ end: CivilDate, asOf: CivilDate) -> String {
    "This evidence was valid until \(Wording.long(end)); on \(Wording.long(asOf)) it has expired."
  }

  static func acceptanceEnded(_ date: CivilDate) -> String { "The acceptance of this risk ended on \(Wording.long(date))." }

  static func outgrown(accepted: Int, score: Int) -> String {
    "This risk was accepted at a score of \(accepted); its score is now \(score), so it must be accepted again."
  }

  static func unreadable(_ fields: [String]) -> String {
    "These fields of the record cannot be read: \(fields.joined(separator: ", "))."
  }

  // Notices about dates after the as-of date.
  static let event = "The event of this record"
  static let review = "The review of this record"
  static let acceptance = "The acceptance of this risk"
  static let assessment = "The assessment of this supplier"

  static func ahead(_ subject: String, _ date: CivilDate, asOf: CivilDate) -> String {
    "\(subject) is dated \(Wording.long(date)), after the as-of date \(Wording.long(asOf)). It does not count yet."
  }

  static func effectiveLater(_ date: CivilDate, asOf: CivilDate) -> String {
    "This record takes effect on \(Wording.long(date)), after the as-of date \(Wording.long(asOf)). It does not count yet."
  }

  // The file of evidence.
  /// Precedes the SHA-256 of the file.
  static func file(ofSize bytes: Int) -> String { "\(Wording.size(bytes)), SHA-256" }
  static let fileMatches = "matches the recorded SHA-256"
  static let fileDoesNotMatch = "differs from the recorded SHA-256"

  static func score(_ likelihood: Int, _ impact: Int, _ value: Int) -> String {
    "Score \(likelihood) × \(impact) = \(value)"
  }

  // The reason why a reference is suspect.
  static func changed(_ clause: String) -> String { "it \(clause)" }
  static func referenced(under field: String) -> String { "referenced here under \(field)" }
  static func carriesOut(under field: String) -> String {
    "refers to this record under \(field), because this record carries it out"
  }
  static func covers(_ control: String) -> String { "implements \(control), which this record covers" }
}
