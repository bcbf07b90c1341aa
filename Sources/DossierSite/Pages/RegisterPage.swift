import DossierAssessment
import DossierRecords
import DossierText

/// The register page: all records of one kind in a table.
struct RegisterPage: ViewModel {
  let frame: Frame
  let title: String
  let meaning: String
  let clauses: [HTML]
  let caption: FigureSentence
  let columns: [String]
  let rows: [Row]
  let heat: [RiskMatrix]
  let kind: String
  let prefix: String
  let required: String

  static let view = View<RegisterPage>(
    .scope("frame", \.frame), .text("title", \.title), .text("meaning", \.meaning),
    .list("clauses", { $0.clauses.map(DiagnosticView.Wrapped.init) }), .flag("has_clauses", { !$0.clauses.isEmpty }),
    .scope("caption", \.caption), .texts("columns", \.columns),
    .list("rows", \.rows), .flag("has_rows", { !$0.rows.isEmpty }), .list("heat", \.heat),
    .flag("has_heat", { !$0.heat.isEmpty }),
    .text("kind", \.kind), .text("prefix", \.prefix), .text("required", \.required))

  /// One record.
  struct Row: ViewModel {
    let id: String
    let title: String
    let href: Href
    let cells: [HTML]
    let isRetired: Bool
    static let view = View<Row>(
      .text("id", \.id), .text("title", \.title), .link("href", \.href), .flag("is_retired", \.isRetired),
      .list("cells", { $0.cells.map(DiagnosticView.Wrapped.init) }))
  }

  init(_ site: Site, _ route: Route, kind position: Int) {
    let linker = Linker(site: site, route: route)
    let kind = site.dossier.kinds[position]
    let positions = site.dossier.positions(of: kind.name)
    frame = Frame(linker, title: kind.plural, section: .registers, isWide: true)
    title = kind.plural
    meaning = kind.meaning
    clauses = RegisterPage.items(kind.clauses, linker)
    caption = FigureSentence(linker, RegisterWords.caption(kind, site.figures, asOf: site.asOf))
    let shown = kind.columns.compactMap { name in kind.fields.first { $0.name == name } }
    columns = shown.map(\.label) + Readings.columns(kind.name) + [Titles.owner, Titles.status, SiteWords.issues]
    rows = positions.map { i in
      let entry = site.dossier.entries[i]
      let writer = FieldHTML(linker, i)
      let lapses = site.facts.lapses(of: i)
      func cell(_ name: String) -> HTML {
        entry.field(name).map {
          RecordFacts.marked(Readings.phrase(entry, name) ?? writer.cell($0.content), name, lapses)
        }
          ?? RecordFacts.missing(site.findings.unreadable[i]?.contains(name) == true ? SiteWords.cannotBeRead : "–")
      }
      let cells =
        shown.map { cell($0.name) } + Readings.cells(site, i) + [
          cell("owner"), RecordFacts.status(site, i), RegisterPage.findings(site, i),
        ]
      return Row(id: entry.id, title: entry.title, href: linker.entryHref(i), cells: cells, isRetired: site.facts.isRetired(i))
    }
    heat = kind.name == Risk.name && !positions.isEmpty ? RegisterPage.heat(linker) : []
    self.kind = kind.name
    prefix = kind.prefix
    required = (["id", "title"] + kind.requiredCommon + kind.fields.filter(\.isRequired).map(\.name)).joined(separator: ", ")
  }

  /// Badges that show whether a record has errors or warnings, and whether the review of the record is overdue or never took
  /// place.
  private static func findings(_ site: Site, _ i: Int) -> HTML {
    HTML.build { out in
      let all = (site.findings.ofEntry[i] ?? []).map { site.findings.all[$0].severity }
      let hasErrors = all.contains(.error)
      let hasWarnings = all.contains(.warning)
      if hasErrors { out.element("span", "badge poor", RegisterWords.errors) }
      if hasWarnings { out.element("span", "badge fair", RegisterWords.warnings) }
      if let review = site.facts.reviews.review(of: i), let words = ReviewWords.registerBadge(review.status) {
        out.element("span", "badge poor", words)
      }
      if out.isEmpty { out.element("span", "none", SiteWords.none) }
    }
  }

  /// Links to clauses and controls of the default catalogue. Ids that are not in the catalogue are left out.
  static func items(_ ids: [String], _ linker: Linker) -> [HTML] {
    guard let catalogue = linker.site.dossier.catalogues.firstIndex(where: { $0.name == CatalogueLibrary.defaultName }) else {
      return []
    }
    return ids.compactMap { id in
      linker.site.dossier.catalogues[catalogue].position(of: id).map { item in
        HTML.build { linker.writeItem(catalogue, item, isShort: true, &$0) }
      }
    }
  }

  /// The heat maps: one for the inherent scores and one for the residual scores. Each cell shows the number of risks with this
  /// likelihood and impact. Risks that do not count on the as-of date are left out.
  private static func heat(_ linker: Linker) -> [RiskMatrix] {
    let figures = linker.site.figures
    func matrix(_ caption: FigureText, _ kind: FigureName.ScoreKind) -> RiskMatrix {
      RiskMatrix(
        linker.site.dossier.configuration.risk, caption: caption.plain(figures), counted: FigureSentence(linker, caption)
      ) { score in
        let cell = FigureName.riskCell(kind, likelihood: score.likelihood, impact: score.impact)
        return figures.count(cell) == 0 ? nil : .figure(FigureValue(linker, cell))
      }
    }
    return [matrix(RegisterWords.inherent(figures), .inherent), matrix(RegisterWords.residual(figures), .residual)]
  }
}
