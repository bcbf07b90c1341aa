import DossierAssessment
import DossierRecords
import DossierText

/// All records of one kind in a table.
struct RegisterPage: ViewModel {
  let frame: Frame
  let title: String
  let meaning: String
  let clauses: [HTML]
  let count: Int
  let caption: String
  let columns: [String]
  let rows: [Row]
  let heat: [RiskMatrix]
  let kind: String
  let prefix: String
  let required: String

  static let view = View<RegisterPage>(
    .scope("frame", \.frame), .text("title", \.title), .text("meaning", \.meaning),
    .list("clauses", { $0.clauses.map(FindingView.Wrapped.init) }), .flag("has_clauses", { !$0.clauses.isEmpty }),
    .number("count", \.count), .text("caption", \.caption), .texts("columns", \.columns),
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
      .list("cells", { $0.cells.map(FindingView.Wrapped.init) }))
  }

  init(_ site: Site, _ route: Route, kind position: Int) {
    let linker = Linker(site: site, route: route)
    let kind = site.dossier.kinds[position]
    let positions = site.dossier.positions(of: kind.name)
    frame = Frame(linker, title: kind.plural, section: .registers, isWide: true)
    title = kind.plural
    meaning = kind.meaning
    clauses = RegisterPage.items(kind.clauses, linker)
    count = positions.count
    caption = "\(kind.plural): \(Wording.count(positions.count, "record")) on \(Wording.long(site.asOf))"
    let shown = kind.columns.compactMap { name in kind.fields.first { $0.name == name } }
    columns = shown.map(\.label) + Readings.columns(kind.name) + ["Owner", "Status", "Open points"]
    rows = positions.map { i in
      let entry = site.dossier.entries[i]
      let writer = FieldHTML(linker, i)
      let lapses = Lapse.all(site, i)
      func cell(_ name: String) -> HTML {
        entry.field(name).map {
          RecordFacts.marked(Readings.phrase(entry, name) ?? writer.cell($0.content), name, lapses)
        }
          ?? RecordFacts.missing(site.findings.unreadable[i]?.contains(name) == true ? "cannot be read" : "–")
      }
      let cells =
        shown.map { cell($0.name) } + Readings.cells(site, i) + [
          cell("owner"), RecordFacts.status(site, i), RegisterPage.findings(site, i),
        ]
      return Row(id: entry.id, title: entry.title, href: linker.entryHref(i), cells: cells, isRetired: site.facts.isRetired(i))
    }
    heat = kind.name == Risk.name && !positions.isEmpty ? RegisterPage.heat(site, positions) : []
    self.kind = kind.name
    prefix = kind.prefix
    required = (["id", "title"] + kind.requiredCommon + kind.fields.filter(\.isRequired).map(\.name)).joined(separator: ", ")
  }

  /// Errors and warnings of a record, and an overdue review, in words.
  private static func findings(_ site: Site, _ i: Int) -> HTML {
    HTML.build { out in
      let all = (site.findings.ofEntry[i] ?? []).map { site.findings.all[$0].severity }
      let errors = all.count { $0 == .error }
      let warnings = all.count { $0 == .warning }
      if errors > 0 { out.element("span", "badge poor", Wording.count(errors, "error")) }
      if warnings > 0 { out.element("span", "badge fair", Wording.count(warnings, "warning")) }
      if let review = site.facts.reviews.review(of: i), review.status != .upToDate {
        out.element("span", "badge poor", "review overdue")
      }
      if out.isEmpty { out.element("span", "none", "none") }
    }
  }

  /// Clauses and controls of the default catalogue, as links where it has them.
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

  private static func heat(_ site: Site, _ positions: Range<Int>) -> [RiskMatrix] {
    let live = positions.filter(site.facts.counts)
    let scores = live.map { RecordFacts.scores(site.dossier.entries[$0]) }
    func matrix(_ name: String, _ scores: [RiskScore?]) -> RiskMatrix {
      var counts: [RiskScore: Int] = [:]
      for score in scores { if let score { counts[score, default: 0] += 1 } }
      let scored = scores.count { $0 != nil }
      let caption = "\(name): \(scored) of \(Wording.count(live.count, "risk")) scored"
      return RiskMatrix(site.dossier.configuration.risk, caption: caption) { counts[$0].map { String($0) } }
    }
    return [matrix("Inherent risk", scores.map(\.inherent)), matrix("Residual risk", scores.map(\.residual))]
  }
}
