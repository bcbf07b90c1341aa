import DossierText

/// A page of a package that is not part of the site: the instructions, or one report.
struct PackagePage: ViewModel {
  let title: String
  let organisation: String
  let style: Href
  let home: Href?
  let site: Href
  let asOf: String
  let tool: String
  let isReport: Bool
  let notes: [String]
  let forms: [TextLink]
  let columns: [String]
  let rows: [Row]
  let guide: [Section]

  static let view = View<PackagePage>(
    .text("title", \.title), .text("organisation", \.organisation), .link("style", \.style),
    .scope("home", { $0.home.map { TextLink(title: ReportWords.package, href: $0, note: nil) } }),
    .link("site", \.site), .text("as_of", \.asOf), .text("tool", \.tool), .flag("is_report", \.isReport),
    .texts("notes", \.notes), .list("forms", \.forms), .texts("columns", \.columns), .list("rows", \.rows),
    .flag("has_rows", { !$0.rows.isEmpty }), .list("guide", \.guide))

  /// One row of a report.
  struct Row: ViewModel {
    let cells: [CellView]
    static let view = View<Row>(.list("cells", \.cells))
  }

  /// One cell of a report. The link is nil if the cell links to no page.
  struct CellView: ViewModel {
    let text: String
    let href: Href?
    static let view = View<CellView>(
      .html("text", { cell in HTML.build { $0.withCode(cell.text) } }),
      .scope("link", { cell in cell.href.map { TextLink(title: cell.text, href: $0, note: nil) } }),
      // A date or a timestamp must not be broken over two lines.
      .flag("is_short", { CivilDate($0.text) != nil || Timestamp($0.text) != nil }))
  }

  /// One section of the instructions.
  struct Section: ViewModel {
    let title: String
    let paragraphs: [String]
    let commands: String?
    let after: [String]
    let links: [TextLink]
    static let view = View<Section>(
      .text("title", \.title), .texts("paragraphs", \.paragraphs), .optional("commands", \.commands), .texts("after", \.after),
      .list("links", \.links), .flag("has_links", { !$0.links.isEmpty }))
  }

  static let index = Route("index.html")

  private static func inSite(_ route: Route) -> Route { Route(["site"] + route.parts) }

  /// The page of a report.
  init(_ report: Report, _ site: Site) {
    let route = Route("reports", "\(report.name).html")
    func href(_ target: Route) -> Href { Href(from: route, to: target) }
    self.init(
      site, title: report.title, route: route, notes: report.notes,
      forms: [
        TextLink(title: "CSV", href: href(Route("reports", "\(report.name).csv")), note: nil),
        TextLink(title: "JSON", href: href(Route("reports", "\(report.name).json")), note: nil),
      ],
      columns: report.columns.map(\.title),
      rows: report.rows.map { row in
        Row(cells: row.map { CellView(text: $0.text, href: $0.route.map { href(PackagePage.inSite($0)) }) })
      }, guide: [])
  }

  /// The first page of the package: the instructions.
  init(_ guide: PackageGuide, _ reports: [Report], _ site: Site) {
    self.init(
      site, title: guide.title, route: PackagePage.index, notes: [], forms: [], columns: [], rows: [],
      guide: guide.sections.map { part in
        Section(
          title: part.title, paragraphs: part.paragraphs,
          commands: part.commands.isEmpty ? nil : part.commands.joined(separator: "\n"),
          after: part.after,
          links: part.isContents ? PackagePage.contents(reports) : [])
      })
  }

  private static func contents(_ reports: [Report]) -> [TextLink] {
    let site = TextLink(
      title: ReportWords.site, href: Href(from: index, to: Route("site", "index.html")), note: ReportWords.siteNote)
    return [site]
      + reports.map { report in
        TextLink(
          title: report.title, href: Href(from: index, to: Route("reports", "\(report.name).html")),
          note: ReportWords.rows(report.rows.count))
      }
  }

  private init(
    _ site: Site, title: String, route: Route, notes: [String], forms: [TextLink], columns: [String], rows: [Row],
    guide: [Section]
  ) {
    self.title = title
    organisation = site.organisation
    style = Href(from: route, to: PackagePage.inSite(RouteTable.style))
    home = route == PackagePage.index ? nil : Href(from: route, to: PackagePage.index)
    self.site = Href(from: route, to: PackagePage.inSite(RouteTable.home))
    asOf = Wording.long(site.asOf)
    tool = "\(site.tool.name) \(site.tool.version)"
    isReport = guide.isEmpty
    self.notes = notes
    self.forms = forms
    self.columns = columns
    self.rows = rows
    self.guide = guide
  }
}
