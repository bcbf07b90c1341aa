import DossierAssessment
import DossierRecords
import DossierText

/// The page of one crosswalk. Shows the items of the target framework, the related items of the source framework, and the records
/// that cover the related items. Also shows the sources of the relations.
struct CrosswalkPage: ViewModel {
  let frame: Frame
  let target: String
  let source: String
  let lead: FigureSentence
  let isDerived: Bool
  let rows: [Row]
  let unmet: [TextLink]
  let claims: [ClaimLine]
  let cautions: [String]
  let other: TextLink?

  static let view = View<CrosswalkPage>(
    .scope("frame", \.frame), .text("target", \.target), .text("source", \.source), .scope("lead", \.lead),
    .flag("is_derived", \.isDerived), .list("rows", \.rows), .flag("has_rows", { !$0.rows.isEmpty }), .list("unmet", \.unmet),
    .flag("has_unmet", { !$0.unmet.isEmpty }), .list("claims", \.claims),
    .flag("has_claims", { !$0.claims.isEmpty }), .texts("cautions", \.cautions), .flag("has_cautions", { !$0.cautions.isEmpty }),
    .scope("other", \.other))

  /// One item of the target with its related items.
  struct Row: ViewModel {
    let id: String
    let title: String
    let href: Href
    let appliesFrom: String?
    let named: HTML
    let meets: [RelatedItem]
    let unlisted: String?
    static let view = View<Row>(
      .text("id", \.id), .text("title", \.title), .link("href", \.href), .optional("applies_from", \.appliesFrom),
      .html("named", \.named), .list("meets", \.meets), .optional("unlisted", \.unlisted))
  }

  /// A source that states that items are related.
  struct ClaimLine: ViewModel, Equatable {
    let strength: String
    let by: String
    static let view = View<ClaimLine>(.text("strength", \.strength), .text("by", \.by))
  }

  init(_ site: Site, _ route: Route, _ pair: CrosswalkPair) {
    let linker = Linker(site: site, route: route)
    let catalogues = site.dossier.catalogues
    let (from, to) = (catalogues[pair.source], catalogues[pair.target])
    target = to.short
    source = from.short
    frame = Frame(
      linker, title: CrosswalkWords.title(to, from), section: .frameworks,
      crumbs: [(Titles.frameworks, RouteTable.frameworks), (to.short, site.routes.catalogues[pair.target])])
    let mappings = site.dossier.frameworks.mappings
    isDerived = !mappings.join(pair.source, pair.target)
    var rows: [Row] = []
    var unmet: [TextLink] = []
    for (i, item) in to.items.enumerated() {
      let position = ItemPosition(catalogue: pair.target, item: i)
      let (meets, unlisted) = RelatedItem.all(linker, position, in: pair.source)
      let href = linker.href(site.routes.items[pair.target][i])
      guard !meets.isEmpty else {
        if item.canBeAnswered { unmet.append(TextLink(title: item.id, href: href, note: item.title)) }
        continue
      }
      let row = ItemRow(linker, position, depth: 1)
      rows.append(
        Row(
          id: item.id, title: item.title, href: href, appliesFrom: row.appliesFrom, named: row.answers, meets: meets,
          unlisted: unlisted))
    }
    self.rows = rows
    self.unmet = unmet
    let nouns = CoverageWords(site.facts, pair.target).nouns
    lead = FigureSentence(linker, CrosswalkWords.lead(site, to, from, nouns: nouns))
    let crosswalks = site.dossier.frameworks.crosswalks.filter {
      Set([$0.source.text, $0.target.text]) == Set([from.name, to.name])
    }
    var lines: [ClaimLine] = []
    for claim in crosswalks.flatMap(\.claims).sorted(by: { $0.strength < $1.strength }) {
      let line = ClaimLine(strength: claim.shownStrength, by: claim.shownSource ?? claim.meaning)
      if !lines.contains(line) { lines.append(line) }
    }
    claims = lines
    cautions = crosswalks.filter { $0.path != nil }.flatMap(\.cautions)
    other = site.routes.crosswalks[CrosswalkPair(source: pair.target, target: pair.source)].map {
      TextLink(title: CrosswalkWords.title(from, to), href: linker.href($0), note: nil)
    }
  }
}
