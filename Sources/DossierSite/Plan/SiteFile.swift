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

/// A file of the workspace that is copied into the site, because something points at it.
package struct SiteCopy: Sendable, Hashable {
  package let source: SourcePath
  package let route: Route
}

/// What may be chosen about a site.
package struct SiteOptions: Sendable {
  /// The files of the theme, by path: templates, `assets/style.css`, `assets/script.js`. Empty: those inside the program.
  package let theme: [(path: String, text: String)]

  package let edition: Edition
  /// What the rules are there for: pages of clauses show what breaks the rules that serve them.
  package let rules: [RuleSummary]
  /// Nil for a site without a page of it.
  package let readiness: Readiness?
  /// Nil for a site that belongs to no release.
  package let release: SiteRelease?
  /// The releases before, the newest first.
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
