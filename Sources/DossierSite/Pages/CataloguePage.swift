import DossierAssessment
import DossierRecords
import DossierText

/// The page of one framework: its hierarchy, its dates of application, and the records that cover each item.
struct CataloguePage: ViewModel {
  let frame: Frame
  let title: String
  let publisher: String
  let edition: String
  let coverage: [FigureSentence]
  let hasStatement: Bool
  let dates: [DateLine]
  let crosswalks: [TextLink]
  let rows: [ItemRow]
  let provenance: ProvenanceView

  static let view = View<CataloguePage>(
    .scope("frame", \.frame), .text("title", \.title), .text("publisher", \.publisher), .text("edition", \.edition),
    .list("coverage", \.coverage), .flag("has_statement", \.hasStatement), .list("dates", \.dates),
    .flag("has_dates", { !$0.dates.isEmpty }), .list("crosswalks", \.crosswalks),
    .flag("has_crosswalks", { !$0.crosswalks.isEmpty }), .list("rows", \.rows), .scope("provenance", \.provenance))

  /// A date from which some items of the framework apply.
  struct DateLine: ViewModel {
    let day: String
    let date: String
    let what: String
    let isPast: Bool
    static let view = View<DateLine>(
      .text("day", \.day), .text("date", \.date), .text("what", \.what), .flag("is_past", \.isPast))
  }

  init(_ site: Site, _ route: Route, catalogue position: Int) {
    let linker = Linker(site: site, route: route)
    let catalogue = site.dossier.catalogues[position]
    frame = Frame(linker, title: catalogue.title, section: .frameworks, crumbs: [(Titles.frameworks, RouteTable.frameworks)])
    title = catalogue.title
    publisher = catalogue.publisher
    edition = catalogue.edition
    coverage = CoverageWords(site.facts, position).lines.map { FigureSentence(linker, $0) }
    hasStatement = site.statement.rows.contains { $0.catalogue == position }
    dates = CataloguePage.dates(catalogue, site.facts.asOf)
    crosswalks = CataloguePage.crosswalks(linker, position)
    var depths: [String: Int] = [:]
    rows = catalogue.items.indices.map { i in
      let item = catalogue.items[i]
      let depth = item.parent.map { (depths[$0] ?? 0) + 1 } ?? 1
      depths[item.id] = depth
      return ItemRow(linker, ItemPosition(catalogue: position, item: i), depth: depth)
    }
    provenance = ProvenanceView(catalogue)
  }

  private static func dates(_ catalogue: Catalogue, _ asOf: AsOfDate) -> [DateLine] {
    var items: [CivilDate: [String: [Catalogue.Kind]]] = [:]
    for item in catalogue.items where item.canBeAnswered {
      for start in item.application?.dates ?? [] {
        items[start.date, default: [:]][start.what ?? "", default: []].append(item.kind)
      }
    }
    return items.keys.sorted().map { date in
      let cases = items[date] ?? [:]
      let parts = cases.keys.sorted().map { what in
        let kinds = cases[what] ?? []
        let named = Catalogue.Kind.allCases.compactMap { kind in
          let count = kinds.count { $0 == kind }
          return count == 0 ? nil : count == 1 ? kind.rawValue : CoverageWords.plural(kind)
        }
        return ItemWords.starting(named, to: what)
      }
      return DateLine(
        day: Wording.long(date), date: date.description, what: parts.joined(separator: "; "), isPast: asOf.includes(date))
    }
  }

  private static func crosswalks(_ linker: Linker, _ position: Int) -> [TextLink] {
    let (site, catalogues) = (linker.site, linker.site.dossier.catalogues)
    return catalogues.indices.flatMap { other -> [TextLink] in
      let pairs = [CrosswalkPair(source: other, target: position), CrosswalkPair(source: position, target: other)]
      return pairs.compactMap { pair in
        guard let route = site.routes.crosswalks[pair] else { return nil }
        let isStated = site.dossier.frameworks.mappings.join(pair.source, pair.target)
        return TextLink(
          title: CrosswalkWords.title(catalogues[pair.target], catalogues[pair.source]), href: linker.href(route),
          note: isStated ? nil : ItemWords.derivedOnly)
      }
    }
  }
}

/// The sources from which an organisation took its own framework.
///
/// The sources of the built-in frameworks are in the documentation of the program. For built-in frameworks, a site shows only
/// the publisher, the title and the edition.
struct ProvenanceView: ViewModel {
  let sources: [Source]
  let verified: HTML?
  let cautions: [HTML]
  let note: HTML?

  static let view = View<ProvenanceView>(
    .list("sources", \.sources), .flag("has_sources", { !$0.sources.isEmpty }),
    .scope("verified", { $0.verified.map(DiagnosticView.Wrapped.init) }),
    .list("cautions", { $0.cautions.map(DiagnosticView.Wrapped.init) }), .flag("has_cautions", { !$0.cautions.isEmpty }),
    .scope("note", { $0.note.map(DiagnosticView.Wrapped.init) }),
    .flag("is_known", { !$0.sources.isEmpty || $0.verified != nil || !$0.cautions.isEmpty || $0.note != nil }))

  struct Source: ViewModel {
    let name: String
    let detail: String
    static let view = View<Source>(.text("name", \.name), .text("detail", \.detail))
  }

  init(_ catalogue: Catalogue) {
    let isOwn = catalogue.path != nil
    let provenance = isOwn ? catalogue.provenance : .none
    func html(_ text: String) -> HTML { HTML.build { $0.withCode(text) } }
    sources = provenance.sources.map { source in
      Source(name: source.name, detail: [source.gave, source.address, source.licence].compactMap { $0 }.joined(separator: "; "))
    }
    verified = provenance.verified.map(html)
    cautions = provenance.cautions.map(html)
    note = isOwn ? catalogue.note.map(html) : nil
  }
}
