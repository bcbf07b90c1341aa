import DossierText

/// The common parts of every page: head, navigation, breadcrumbs and footer.
struct Frame: ViewModel {
  let title: String
  let organisation: String
  let siteTitle: String
  let style: Href
  let script: Href
  let links: [NavigationLink]
  let crumbs: [Crumb]
  let asOf: String
  let asOfDate: String
  let tool: String
  /// The name of the release to which the page belongs. Nil if the site is not part of a release.
  let release: String?
  let integrity: Href
  let words: Href
  let isWide: Bool

  static let view = View<Frame>(
    .text("title", \.title), .text("organisation", \.organisation), .text("site_title", \.siteTitle),
    .link("style", \.style), .link("script", \.script), .list("links", \.links), .list("crumbs", \.crumbs),
    .text("as_of", \.asOf), .text("as_of_date", \.asOfDate), .text("tool", \.tool), .optional("release", \.release),
    .link("integrity", \.integrity), .link("words", \.words), .flag("is_wide", \.isWide))

  /// `section` is the navigation entry to which the page belongs.
  init(_ linker: Linker, title: String, section: Section?, crumbs: [(String, Route)] = [], isWide: Bool = false) {
    let site = linker.site
    self.title = title
    organisation = site.organisation
    siteTitle = site.title
    style = linker.href(RouteTable.style)
    script = linker.href(RouteTable.script)
    let sections =
      site.isPagesOnly ? [.home, .pages, .issues] : Section.allCases.filter { $0 != .readiness || site.readiness != nil }
    links = sections.map {
      NavigationLink(title: $0.title, href: $0.href(linker), isCurrent: $0 == section)
    }
    // Breadcrumbs start at the home page. The home page itself has no breadcrumbs.
    let home = section == .home ? [] : [(Titles.home, RouteTable.home)]
    self.crumbs = (home + crumbs).map { Crumb(title: $0, href: linker.href($1)) }
    asOf = Wording.long(site.asOf)
    asOfDate = site.asOf.description
    tool = "\(site.tool.name) \(site.tool.version)"
    release = site.release?.version
    integrity = linker.href(RouteTable.integrity)
    words = linker.href(RouteTable.words)
    self.isWide = isWide
  }

  /// The entries of the navigation.
  enum Section: CaseIterable {
    case home, statement, registers, frameworks, readiness, pages, issues

    var title: String {
      switch self {
      case .home: Titles.home
      case .statement: StatementWords.title
      case .registers: Titles.registers
      case .frameworks: Titles.frameworks
      case .readiness: Titles.readiness
      case .pages: Titles.pages
      case .issues: SiteWords.issues
      }
    }

    func href(_ linker: Linker) -> Href {
      switch self {
      case .home: linker.href(RouteTable.home)
      case .statement: linker.href(RouteTable.statement)
      case .registers: linker.href(RouteTable.home, "registers")
      case .frameworks: linker.href(RouteTable.frameworks)
      case .readiness: linker.href(RouteTable.readiness)
      case .pages: linker.href(RouteTable.pageIndex)
      case .issues: linker.href(RouteTable.issues)
      }
    }
  }
}

/// One entry of the navigation.
struct NavigationLink: ViewModel {
  let title: String
  let href: Href
  let isCurrent: Bool

  static let view = View<NavigationLink>(.text("title", \.title), .link("href", \.href), .flag("is_current", \.isCurrent))
}

/// One breadcrumb.
struct Crumb: ViewModel {
  let title: String
  let href: Href

  static let view = View<Crumb>(.text("title", \.title), .link("href", \.href))
}

/// A link with an optional note.
struct TextLink: ViewModel {
  let title: String
  let href: Href
  let note: String?

  static let view = View<TextLink>(.text("title", \.title), .link("href", \.href), .optional("note", \.note))
}

/// A label with its value.
struct Labelled: ViewModel {
  let label: String
  let value: HTML

  static let view = View<Labelled>(.text("label", \.label), .html("value", \.value))
}
