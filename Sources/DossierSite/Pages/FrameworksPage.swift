import DossierAssessment
import DossierRecords
import DossierText

/// The page of the frameworks in use, with a matrix of the crosswalks between them.
struct FrameworksPage: ViewModel {
  let frame: Frame
  let frameworks: [Framework]
  let columns: [String]
  let rows: [Row]

  static let view = View<FrameworksPage>(
    .scope("frame", \.frame), .list("frameworks", \.frameworks), .flag("has_frameworks", { !$0.frameworks.isEmpty }),
    .texts("columns", \.columns), .list("rows", \.rows), .flag("has_rows", { !$0.rows.isEmpty }))

  /// One framework with its coverage.
  struct Framework: ViewModel {
    let title: String
    let href: Href
    let publisher: String
    let edition: String
    let coverage: [FigureSentence]
    static let view = View<Framework>(
      .text("title", \.title), .link("href", \.href), .text("publisher", \.publisher), .text("edition", \.edition),
      .list("coverage", \.coverage))
  }

  /// One row of the matrix: a framework, with a link for each crosswalk between this framework and another framework.
  struct Row: ViewModel {
    let title: String
    let cells: [Cell]
    static let view = View<Row>(.text("title", \.title), .list("cells", \.cells))
  }

  /// One cell of the matrix. The link is nil if there is no crosswalk.
  struct Cell: ViewModel {
    let link: TextLink?
    static let view = View<Cell>(.scope("link", \.link))
  }

  init(_ site: Site, _ route: Route) {
    let linker = Linker(site: site, route: route)
    let catalogues = site.dossier.catalogues
    frame = Frame(linker, title: Titles.frameworks, section: .frameworks)
    frameworks = catalogues.enumerated().map { i, catalogue in
      Framework(
        title: catalogue.title, href: linker.href(site.routes.catalogues[i]), publisher: catalogue.publisher,
        edition: catalogue.edition, coverage: CoverageWords(site.facts, i).lines.map { FigureSentence(linker, $0) })
    }
    let pairs = site.routes.crosswalks
    let joined = catalogues.indices.filter { i in pairs.keys.contains { $0.source == i } }
    columns = joined.map { catalogues[$0].short }
    rows = joined.map { target in
      Row(
        title: catalogues[target].short,
        cells: joined.map { source in
          let pair = CrosswalkPair(source: source, target: target)
          guard let route = pairs[pair] else { return Cell(link: nil) }
          let isStated = site.dossier.frameworks.mappings.join(source, target)
          return Cell(
            link: TextLink(title: isStated ? ItemWords.stated : CrosswalkWords.derived, href: linker.href(route), note: nil))
        })
    }
  }
}
