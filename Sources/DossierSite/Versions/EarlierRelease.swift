package import DossierComparison
package import DossierText

/// An earlier release, with the changes from that release to this version of the site.
package struct EarlierRelease: Sendable {
  package let name: String
  /// The as-of date of the release.
  package let asOf: CivilDate
  /// The commit of the sources of the release. Nil if the release states no commit.
  package let commit: String?
  /// The number of source files of the release.
  package let files: Int
  package let errors: Int
  package let warnings: Int
  package let changes: Changes

  package enum Changes: Sendable {
    case compared(Comparison)
    /// The reason why the comparison was not possible, as a clause.
    case unknown(String)
  }

  package init(
    name: String, asOf: CivilDate, commit: String?, files: Int, errors: Int, warnings: Int, changes: Changes
  ) {
    self.name = name
    self.asOf = asOf
    self.commit = commit
    self.files = files
    self.errors = errors
    self.warnings = warnings
    self.changes = changes
  }

  var comparison: Comparison? {
    if case .compared(let comparison) = changes { return comparison }
    return nil
  }

  /// The changes in one line: "12 records changed, 3 added, 1 removed; 2 lines of the Statement of Applicability differ".
  var summary: String {
    switch changes {
    case .unknown(let reason): VersionWords.notCompared(reason)
    case .compared(let comparison): EarlierRelease.summary(comparison)
    }
  }

  private static func summary(_ comparison: Comparison) -> String {
    let records = comparison.records
    let changed = records.count { ($0.presence == .kept && !$0.fields.isEmpty) || $0.presence == .renamed }
    let counts = VersionWords.records(
      changed: changed, added: records.count { $0.presence == .added || $0.presence == .readableAgain },
      removed: records.count { $0.presence == .removed }, unreadable: records.count { $0.presence == .unreadable },
      moved: records.count(where: \.isMoved))
    let statement = comparison.statement.isEmpty ? nil : VersionWords.statement(comparison.statement.count)
    let parts = [counts, statement].compactMap(\.self)
    let pages = comparison.pages.count + comparison.files.count + (comparison.configuration.isEmpty ? 0 : 1)
    if parts.isEmpty, pages > 0 { return VersionWords.onlyFiles(pages) }
    if parts.isEmpty, !comparison.unshown.isEmpty { return VersionWords.noVisibleChange }
    return parts.isEmpty ? VersionWords.noChange : parts.joined(separator: "; ")
  }
}
