package import DossierRecords
package import DossierText

/// Every file the site will have, and what it takes to render each: a complete value that any number of threads may render from.
package struct SitePlan: Sendable {
  /// By route, each route once.
  package let pages: [Page]
  /// Files of the workspace that are copied as they are, by route.
  package let copies: [SiteCopy]
  /// Files that need no rendering: style, script, `site.json`.
  package let assets: [SiteFile]

  /// One page: where it stands and what it shows.
  package struct Page: Sendable {
    package let route: Route
    let content: Content
  }

  /// What a page shows. Numbers are positions in the dossier's lists.
  enum Content: Sendable, Hashable {
    case home
  }

  /// The stage *render*: one page to its bytes. The same on every call, thread and machine.
  package func render(_ page: Page) -> SiteFile {
    SiteFile(route: page.route, bytes: Array("<!doctype html>\n<title>dossier</title>\n".utf8))
  }
}

/// The stage *plan*: which pages the site has and where they stand. Says what is wrong with the names; throws only for a broken theme.
///
/// `diagnostics` is everything the earlier stages said; the site shows it. `sources` are the files it is about.
package func plan(
  _ dossier: Dossier, diagnostics: [Diagnostic], sources: SourceTree, asOf: CivilDate, tool: SiteTool,
  options: SiteOptions = SiteOptions()
) throws(TemplateError) -> Diagnosed<SitePlan> {
  Diagnosed(SitePlan(pages: [.init(route: Route("index.html"), content: .home)], copies: [], assets: []))
}
