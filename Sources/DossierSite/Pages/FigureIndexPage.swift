import DossierAssessment

/// The page of all figures of the site by subject. Figures of a single item or of a single matrix cell are left out.
struct FigureIndexPage: ViewModel {
  let frame: Frame
  let asOf: String
  let list: Href
  let words: Href
  let contents: [ContentsEntry]
  let groups: [Group]

  static let view = View<FigureIndexPage>(
    .scope("frame", \.frame), .text("as_of", \.asOf), .link("list", \.list), .link("words", \.words),
    .list("contents", \.contents),
    .list("groups", \.groups))

  /// The figures of one subject. The figures that are 0 come last.
  struct Group: ViewModel {
    let id: String
    let title: String
    let rows: [Row]
    static let view = View<Group>(.text("id", \.id), .text("title", \.title), .list("rows", \.rows))
  }

  /// One figure.
  struct Row: ViewModel {
    let title: String
    let name: String
    let figure: FigureValue
    static let view = View<Row>(
      .text("title", \.title), .text("name", \.name), .scope("figure", \.figure),
      .text("shade", { $0.figure.count == 0 ? "zero" : "some" }))
  }

  init(_ site: Site, _ route: Route) {
    let linker = Linker(site: site, route: route)
    frame = Frame(linker, title: Titles.figures, section: nil)
    asOf = Wording.long(site.asOf)
    list = linker.href(RouteTable.figureList)
    words = linker.href(RouteTable.words)
    let names = site.figures.all.map(\.name).filter { $0.isListed && (site.readiness != nil || !$0.isOfReadiness) }
    let bySubject = Dictionary(grouping: names) { FigureGroup($0) }
    groups = FigureGroup.allCases.compactMap { subject in
      guard let names = bySubject[subject] else { return nil }
      let rows = names.map { name in
        Row(title: FigureWords(site, name).title, name: name.description, figure: FigureValue(linker, name))
      }
      return Group(
        id: Slug.make(subject.rawValue), title: subject.rawValue,
        rows: rows.filter { $0.figure.count > 0 } + rows.filter { $0.figure.count == 0 })
    }
    contents = groups.map { ContentsEntry(title: $0.title, href: Href(fragment: $0.id), level: "level-1") }
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
