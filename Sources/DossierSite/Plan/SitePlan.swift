package import DossierAssessment
import DossierComparison
import DossierRecords
package import DossierText

/// All files of a site with the data to render them. A plan is an immutable value, so any number of threads can render its pages.
package struct SitePlan: Sendable {
  /// The pages, sorted by route. Each route occurs once.
  package let pages: [Page]
  /// The files of the workspace that are copied unchanged, sorted by route.
  package let copies: [SiteCopy]
  /// The files that need no rendering: style, script, `figures.json`, `site.json`.
  package let assets: [SiteFile]
  let site: Site
  fileprivate let theme: Theme

  /// One page: its route and its content.
  package struct Page: Sendable {
    package let route: Route
    let content: Content
  }

  /// The content of a page. Numbers are positions in the dossier's lists.
  enum Content: Sendable {
    case home
    case register(Int)
    case record(Int)
    case modelCard(Int)
    case frameworks
    case catalogue(Int)
    case item(catalogue: Int, item: Int)
    case crosswalk(CrosswalkPair)
    case statement
    case issues
    case readiness(Readiness)
    case integrity
    case words
    case approvals
    case figures
    case figure(FigureName)
    case attention
    case pageIndex
    case page(Int)
    case versions
    case since(EarlierRelease, Comparison)
  }

  /// The stage *render*: renders one page to bytes. The result is the same on every call, thread and machine.
  package func render(_ page: Page) -> SiteFile {
    let route = page.route
    let bytes =
      switch page.content {
      case .home: theme.home.render(HomePage(site, route))
      case .register(let kind): theme.register.render(RegisterPage(site, route, kind: kind))
      case .record(let entry): theme.record.render(RecordPage(site, route, entry: entry))
      case .modelCard(let entry): theme.modelCard.render(ModelCardPage(site, route, entry: entry))
      case .frameworks: theme.frameworks.render(FrameworksPage(site, route))
      case .catalogue(let catalogue): theme.catalogue.render(CataloguePage(site, route, catalogue: catalogue))
      case .item(let catalogue, let item): theme.item.render(ItemPage(site, route, catalogue: catalogue, item: item))
      case .crosswalk(let pair): theme.crosswalk.render(CrosswalkPage(site, route, pair))
      case .statement: theme.statement.render(StatementPage(site, route))
      case .issues: theme.issues.render(DiagnosticsPage(site, route))
      case .readiness(let readiness): theme.readiness.render(ReadinessPage(site, route, readiness))
      case .integrity: theme.integrity.render(IntegrityPage(site, route))
      case .words: theme.words.render(WordsPage(site, route))
      case .approvals: theme.approvals.render(ApprovalsPage(site, route))
      case .figures: theme.figures.render(FigureIndexPage(site, route))
      case .figure(let name): theme.figure.render(FigurePage(site, route, name))
      case .attention: theme.attention.render(AttentionPage(site, route))
      case .pageIndex: theme.pageIndex.render(PageIndexPage(site, route))
      case .page(let page): theme.page.render(MarkdownPage(site, route, page: page))
      case .versions: theme.versions.render(VersionsPage(site, route))
      case .since(let release, let comparison): theme.since.render(SincePage(site, route, release, comparison))
      }
    return SiteFile(route: route, bytes: bytes)
  }
}

/// The stage *plan*: decides which pages the site has, and the route of each page. Reports route collisions as diagnostics.
/// Throws only if the theme is invalid.
///
/// The site shows the diagnostics of `policyResult`, which come from the earlier stages. `sources` contains the files of these
/// diagnostics.
package func plan(
  _ facts: Assessment, policyResult: PolicyResult, sources: SourceTree, tool: ToolVersion,
  options: SiteOptions = SiteOptions()
) throws(TemplateError) -> Diagnosed<SitePlan> {
  let files = options.theme.isEmpty ? EmbeddedTemplates.files : options.theme
  let theme = try Theme(files)
  let dossier = facts.dossier
  let figures = Planner.figures(facts, options)
  let routes = RouteTable(dossier, releases: options.releases.map(\.name), figures: figures) {
    dossier.entries[$0].kind.name == Model.name
  }
  let site = Site(
    facts, policyResult: policyResult, sources: sources, tool: tool, routes: routes, options: options)
  let pages = Planner.pages(site).sorted { $0.route < $1.route }
  let copies = routes.files.map { SiteCopy(source: $0, route: $1) }.sorted { $0.route < $1.route }
  let assets = Planner.assets(site, files, besides: pages.map(\.route) + copies.map(\.route))
  return Diagnosed(SitePlan(pages: pages, copies: copies, assets: assets, site: site, theme: theme), routes.diagnostics)
}

/// Lists the pages and assets of a site.
enum Planner {
  static func pages(_ site: Site) -> [SitePlan.Page] {
    let routes = site.routes
    var pages: [SitePlan.Page] = [
      .init(route: RouteTable.home, content: .home),
      .init(route: RouteTable.statement, content: .statement),
      .init(route: RouteTable.issues, content: .issues),
      .init(route: RouteTable.pageIndex, content: .pageIndex),
      .init(route: RouteTable.frameworks, content: .frameworks),
      .init(route: RouteTable.integrity, content: .integrity),
      .init(route: RouteTable.words, content: .words),
    ]
    if let readiness = site.readiness { pages.append(.init(route: RouteTable.readiness, content: .readiness(readiness))) }
    if !site.isPagesOnly { pages.append(.init(route: RouteTable.approvals, content: .approvals)) }
    pages.append(.init(route: RouteTable.figureIndex, content: .figures))
    pages += routes.figures.map { .init(route: $1, content: .figure($0)) }
    // A short list needs no page of its own, because the home page shows all its items.
    if AttentionList.count(site) > AttentionList.most {
      pages.append(.init(route: RouteTable.attention, content: .attention))
    }
    pages += routes.kinds.enumerated().map { .init(route: $1, content: .register($0)) }
    pages += routes.entries.enumerated().map { .init(route: $1, content: .record($0)) }
    pages += routes.cards.map { .init(route: $1, content: .modelCard($0)) }
    pages += routes.catalogues.enumerated().map { .init(route: $1, content: .catalogue($0)) }
    for (catalogue, items) in routes.items.enumerated() {
      pages += items.enumerated().map { .init(route: $1, content: .item(catalogue: catalogue, item: $0)) }
    }
    pages += routes.crosswalks.map { .init(route: $1, content: .crosswalk($0)) }
    pages += routes.pages.enumerated().map { .init(route: $1, content: .page($0)) }
    if !site.releases.isEmpty { pages.append(.init(route: RouteTable.versions, content: .versions)) }
    for (release, route) in zip(site.releases, routes.releases) {
      if let comparison = release.comparison { pages.append(.init(route: route, content: .since(release, comparison))) }
    }
    return pages
  }

  /// The figures that get their own page with a list of members.
  static func figures(_ facts: Assessment, _ options: SiteOptions) -> [FigureName] {
    (facts.figures.all.map(\.name) + SiteFigures.names(options.readiness)).filter {
      $0.hasOwnPage(withReadiness: options.readiness != nil)
    }
  }

  /// The files that need no rendering. One of them is the marker `site.json`. The next build recognises a site by its marker.
  /// The marker lists all files of the site, so that the next build can detect files that somebody added.
  static func assets(_ site: Site, _ files: [(path: String, text: String)], besides others: [Route]) -> [SiteFile] {
    let all = others + [RouteTable.script, RouteTable.style, RouteTable.figureList, RouteTable.marker]
    let marker = JSON.object([
      "dossier-site": .integer(1), "tool": .string(site.tool.name), "version": .string(site.tool.version),
      "as_of": .string(site.asOf.description), "files": .array(all.sorted().map { .string($0.description) }),
    ])
    func asset(_ route: Route) -> SiteFile {
      SiteFile(route: route, bytes: Array((files.first { $0.path == route.description }?.text ?? "").utf8))
    }
    return [
      asset(RouteTable.script), asset(RouteTable.style),
      SiteFile(route: RouteTable.figureList, bytes: SiteFigures.json(site)),
      SiteFile(route: RouteTable.marker, bytes: Array((marker.pretty() + "\n").utf8)),
    ]
  }
}
