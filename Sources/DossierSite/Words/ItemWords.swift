import DossierAssessment
import DossierRecords
import DossierText

/// The wording of the items of a framework.
enum ItemWords {
  static let control = "control"
  static let clause = "clause"
  static let group = "group"
  static let noRecord = "no record"
  /// A crosswalk without a statement of its own: all its relations are derived.
  static let derivedOnly = "derived only"
  /// A crosswalk that states relations.
  static let stated = "stated"
  static let othersOnIssues = "The page of issues to fix lists the others."

  // Words before links.
  static let referredToBy = "referred to by "
  static let notCovered = "not covered; referred to by"
  static let register = "register:"
  static let registers = "registers: "

  // Remarks.
  static func requirement(_ text: String) -> String { "This is \(text)." }
  static func inserted(by act: String) -> String { "Inserted by \(act)." }
  static func changed(by act: String) -> String { "Changed by \(act)." }
  static func withdrawn(_ text: String) -> String { "Withdrawn: \(text)." }
  static func labels(_ labels: [String]) -> String { "Also written \(labels.joined(separator: ", "))." }

  /// "Applies from 2 December 2027 for high-risk systems".
  static func applies(_ start: CivilDate, hasBegun: Bool, to subject: String?) -> String {
    "\(hasBegun ? "Applies since" : "Applies from") \(Wording.long(start))\(to(subject))"
  }

  /// The items that apply from one date: "articles and annexes for high-risk systems".
  static func starting(_ nouns: [String], to subject: String) -> String {
    nouns.joined(separator: " and ") + (subject.isEmpty ? "" : to(subject))
  }

  private static func to(_ subject: String?) -> String { subject.map { " for \($0)" } ?? "" }

  /// The dates of application in one line: "from 2027-12-02 (Annex III), from 2028-08-02 (Annex I)".
  static func dates(_ application: Application) -> String {
    application.dates.map { "from \($0.date)" + ($0.what.map { " (\($0))" } ?? "") }.joined(separator: ", ")
  }

  /// The remark on an item that only documents cover.
  static func documentedOnly(hasOthers: Bool) -> String {
    hasOthers
      ? "Other records refer to it, but none of them covers it." : "No record of operation that counts refers to it."
  }

  /// The number of covering records of a kind: "Policies: 3".
  static func count(_ kind: RecordKind, _ figure: FigureName) -> FigureText { "\(kind.plural): \(figure)" }

  /// The counts of a register that answers the item: "12 records; 3 refer to this control directly; 2 of these cover it".
  /// `covering` is nil if the register must not be counted as covering the item.
  static func register(
    _ figures: Figures, _ all: FigureName, referring: FigureName, covering: FigureName?, noun: String
  ) -> FigureText {
    guard figures.count(all) > 0 else { return "no records" }
    let direct: FigureText =
      figures.count(referring) == 0
      ? "none refers to this \(noun) directly"
      : "\(referring) \(figures.count(referring) == 1 ? "refers" : "refer") to this \(noun) directly"
    let covers: FigureText =
      covering.map { "; \($0) of these \(figures.count($0) == 1 ? "covers" : "cover") it" } ?? ""
    return figures.counted(all, "record") + "; " + direct + covers
  }
}
