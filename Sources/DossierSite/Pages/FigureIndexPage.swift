import DossierAssessment

/// The page of all figures of the site, except the figures of a single item or of a single matrix cell.
struct FigureIndexPage: ViewModel {
  let frame: Frame
  let asOf: String
  let list: Href
  let rows: [Row]

  static let view = View<FigureIndexPage>(
    .scope("frame", \.frame), .text("as_of", \.asOf), .link("list", \.list), .list("rows", \.rows))

  /// One figure.
  struct Row: ViewModel {
    let title: String
    let name: String
    let figure: FigureValue
    static let view = View<Row>(.text("title", \.title), .text("name", \.name), .scope("figure", \.figure))
  }

  init(_ site: Site, _ route: Route) {
    let linker = Linker(site: site, route: route)
    frame = Frame(linker, title: "Figures", section: nil)
    asOf = Wording.long(site.asOf)
    list = linker.href(RouteTable.figureList)
    rows = site.figures.all.map(\.name).filter {
      $0.isListed && (site.readiness != nil || !$0.isOfReadiness)
    }.map { name in
      Row(title: FigureWords(site, name).title, name: name.description, figure: FigureValue(linker, name))
    }
  }
}

extension FigureName {
  fileprivate var isOfReadiness: Bool {
    switch self {
    case .need, .needTotal: true
    default: false
    }
  }
}
