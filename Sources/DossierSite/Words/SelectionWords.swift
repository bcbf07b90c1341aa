import DossierText

/// The wording of the selection of a package: the criteria, and the reasons why evidence is selected or left out.
enum SelectionWords {
  static let meetsCriteria = "meets the criteria"
  static let otherSystems = "concerns other systems"
  static let noSystem = "states no system, and no record of this system refers to it"
  static let noDate = "has no date that can be read"
  static let otherTime = "concerns another time"

  /// "from 1 July 2026 to 30 September 2026".
  static func period(from first: CivilDate?, to last: CivilDate?) -> String {
    [first.map { "from \(Wording.long($0))" }, last.map { "to \(Wording.long($0))" }].compactMap(\.self).joined(separator: " ")
  }

  /// States whether the reports are limited to an AI system.
  static func system(_ system: String?) -> String {
    guard let system else { return "Reports and evidence cover all AI systems." }
    return
      "Reports and evidence are limited to the AI system \(system): the records whose fields refer to it or to which its fields refer, and evidence that states this system or to which one of these records refers. The site is complete."
  }

  /// States whether the reports are limited to a period.
  static func period(_ period: String?) -> String {
    guard let period else { return "They are not limited to a period." }
    return
      "Evidence, incidents and oversight are limited to the time \(period): evidence whose period overlaps this time, and evidence without a period that was collected in this time. Controls and gaps are those on the as-of date."
  }

  /// The number of selected records of evidence and the number of their files.
  static func count(_ selected: Int, of evidence: Int, files: Int) -> String {
    if evidence == 0 { return "There is no record of evidence, and nothing is in the folder evidence." }
    let all = Wording.count(evidence, "record")
    if selected == 0 { return "None of \(all) of evidence meets this, and nothing is in the folder evidence." }
    let meet = "\(selected) of \(all) of evidence \(selected == 1 ? "meets" : "meet") this"
    if selected == 1 { return "\(meet); it has \(files == 1 ? "a" : "no") file in the folder evidence." }
    return
      "\(meet); \(files == 0 ? "none" : "\(files)") of these \(selected) \(files < 2 ? "has" : "have") a file in the folder evidence."
  }
}
