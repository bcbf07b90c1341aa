package import DossierAssessment
package import DossierRecords
package import DossierText

/// One file of the site, ready to be written.
package struct SiteFile: Sendable {
  package let route: Route
  package let bytes: [UInt8]

  package init(route: Route, bytes: [UInt8]) {
    self.route = route
    self.bytes = bytes
  }
}

/// A file of the workspace that is copied into the site, because a record or page refers to it.
package struct SiteCopy: Sendable, Hashable {
  package let source: SourcePath
  package let route: Route
}

/// The options of a site.
package struct SiteOptions: Sendable {
  /// The files of the theme, by path: templates, `assets/style.css`, `assets/script.js`. Empty means the built-in theme.
  package let theme: [(path: String, text: String)]

  package let edition: Edition
  /// The rules with their clauses. The page of a clause shows the diagnostics of the rules that support the clause.
  package let rules: [RuleSummary]
  /// The data of the readiness page. Nil for a site without this page.
  package let readiness: Readiness?
  /// The release for which the site is built. Nil for a site that is not part of a release.
  package let release: SiteRelease?
  /// The earlier releases, newest first.
  package let releases: [EarlierRelease]

  package init(
    theme: [(path: String, text: String)] = [], edition: Edition = .auditor, rules: [RuleSummary] = [],
    readiness: Readiness? = nil, release: SiteRelease? = nil,
    releases: [EarlierRelease] = []
  ) {
    self.theme = theme
    self.edition = edition
    self.rules = rules
    self.readiness = readiness
    self.release = release
    self.releases = releases
  }
}
