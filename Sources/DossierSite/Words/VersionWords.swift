import DossierText

/// The wording of the changes since earlier releases, and of the list of published versions.
enum VersionWords {
  static let changesToRead = "Changes to read"
  static let new = "new"
  static func former(_ id: String) -> String { "was \(id)" }

  static func since(_ release: String) -> String { "Since \(release)" }
  static func sinceRelease(_ release: String) -> String { "Since release \(release)" }

  static func lead(_ release: String, of date: CivilDate, asOf: CivilDate) -> String {
    "From the release \(release) of \(Wording.long(date)) to this version. Both are evaluated as of \(Wording.long(asOf)) with the rules of this program."
  }

  /// The summary of the changes since the last release as a sentence, with the as-of date of the release.
  static func sentences(_ summary: String, evaluated date: CivilDate) -> String {
    "\(summary.prefix(1).uppercased())\(summary.dropFirst()). The release was evaluated as of \(Wording.long(date))."
  }

  static func others(since release: String) -> String {
    "Others are not listed here. The command dossier diff \(release) prints all of them."
  }

  // The changes in one line.
  static let noVisibleChange = "no visible content has changed"
  static let noChange = "nothing has changed"

  static func notCompared(_ reason: String) -> String { "not compared: \(reason)" }

  static func onlyFiles(_ count: Int) -> String { "no record changed; \(Wording.count(count, "other file")) did" }

  /// The numbers of records by kind of change: "12 records changed, 3 added, 1 removed". Nil if all numbers are 0.
  static func records(changed: Int, added: Int, removed: Int, unreadable: Int, moved: Int) -> String? {
    // If records changed, their number has the noun, and the other numbers have none.
    let numbers = [
      (changed, "changed", true), (added, "added", changed == 0), (removed, "removed", changed == 0),
      (unreadable, "no longer readable", changed == 0),
    ]
    var counts = numbers.filter { $0.0 > 0 }.map { count, word, hasNoun in
      hasNoun ? "\(Wording.count(count, "record")) \(word)" : "\(count) \(word)"
    }
    if moved > 0 { counts.append(counts.isEmpty ? "\(Wording.count(moved, "record")) moved" : "\(moved) moved") }
    return counts.isEmpty ? nil : counts.joined(separator: ", ")
  }

  static func statement(_ lines: Int) -> String {
    "\(Wording.count(lines, "line")) of the Statement of Applicability \(lines == 1 ? "differs" : "differ")"
  }

  // Published versions.
  static let latest = "latest"
  static let noLaterVersion = "no later version"
  static func superseded(by version: String) -> String { "superseded by \(version)" }
  static func signature(isSigned: Bool) -> String { isSigned ? "signed" : "not signed" }
}
