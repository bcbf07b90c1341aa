import DossierAssessment
import DossierRecords
import DossierText

/// The page of one figure: its definition and its members.
struct FigurePage: ViewModel {
  let frame: Frame
  let title: String
  let definition: HTML
  let asOf: String
  let count: FigureSentence
  let rows: [Row]
  let rest: TextLink?

  static let view = View<FigurePage>(
    .scope("frame", \.frame), .text("title", \.title), .html("definition", \.definition), .text("as_of", \.asOf),
    .scope("count", \.count), .list("rows", \.rows), .flag("has_rows", { !$0.rows.isEmpty }), .scope("rest", \.rest))

  /// One member.
  struct Row: ViewModel {
    /// The id of the member in `figures.json`.
    let member: String
    let id: String
    let title: String
    let href: Href
    let status: HTML
    static let view = View<Row>(
      .text("member", \.member), .text("id", \.id), .text("title", \.title), .link("href", \.href), .html("status", \.status))
  }

  /// The maximum number of members on a page. `figures.json` lists all members.
  static let most = 2000

  init(_ site: Site, _ route: Route, _ name: FigureName) {
    let linker = Linker(site: site, route: route)
    let words = FigureWords(site, name)
    let members = site.figures.members(name)
    frame = Frame(linker, title: words.title, section: nil, crumbs: [(Titles.figures, RouteTable.figureIndex)])
    title = words.title
    definition = HTML.build { $0.withCode(words.definition) }
    asOf = Wording.long(site.asOf)
    let whole = words.whole.map { (name: $0, title: FigureWords(site, $0).title) }
    count = FigureSentence(linker, FigurePageWords.count(site.figures, name, of: whole))
    rows = members.prefix(FigurePage.most).map { FigurePage.row(linker, $0, name) }
    rest =
      members.count == rows.count
      ? nil : FigurePage.register(linker, members).map { TextLink(title: $0, href: $1, note: nil) }
  }

  /// The name and address of the page on which a reader finds the members. Nil if no such page exists.
  private static func register(_ linker: Linker, _ members: [Figure.Member]) -> (String, Href)? {
    let site = linker.site
    switch members.first {
    case .record(let position)?:
      let kind = site.dossier.entries[position].kind
      // Members of several kinds are in several registers.
      if case .record(let last)? = members.last, site.dossier.entries[last].kind.name == kind.name,
        let i = site.kindPosition(kind.name)
      {
        return (FigurePageWords.register(of: kind.plural), linker.href(site.routes.kinds[i]))
      }
      return (FigurePageWords.registers, linker.href(RouteTable.home, "registers"))
    case .approval?: return (FigurePageWords.approvals, linker.href(RouteTable.approvals))
    case .item(let place)?:
      return (FigurePageWords.framework, linker.href(site.routes.catalogues[place.catalogue]))
    case .question?, .configuration?, nil: return nil
    }
  }

  private static func row(_ linker: Linker, _ member: Figure.Member, _ name: FigureName) -> Row {
    let site = linker.site
    let id = member.id(in: site.dossier)
    switch member {
    case .record(let i):
      return Row(member: id, id: id, title: site.dossier.entries[i].title, href: linker.entryHref(i), status: status(site, i))
    case .item(let place):
      let item = site.dossier.catalogues[place.catalogue].items[place.item]
      return Row(
        member: id, id: item.id, title: item.title, href: linker.href(site.routes.items[place.catalogue][place.item]),
        status: status(site, place, name))
    case .approval(let i, let index):
      let entry = site.dossier.entries[i]
      let approval = entry.head?.approvals[index]
      let by = approval.map { site.dossier.entry($0.by.id)?.title ?? $0.by.id } ?? ""
      return Row(
        member: id, id: id, title: FigurePageWords.approval(of: entry.title, by: by, on: approval?.date.description),
        href: linker.href(site.routes.entries[i], PageAnchor.approvals),
        status: ApprovalsPage.state(site.facts.approvals.statuses(of: i)[index]))
    case .question(let question):
      let answer = site.readiness?.lists.lazy.flatMap(\.answers).first { $0.id == question }
      return Row(
        member: id, id: id, title: answer?.question ?? question, href: linker.href(RouteTable.readiness, question),
        status: HTML.build { out in
          if let answer { out.element("span", "badge " + ReadinessPage.tone(of: answer.state).rawValue, answer.state.rawValue) }
        })
    case .configuration:
      return Row(
        member: id, id: id, title: site.title, href: linker.href(RouteTable.home),
        status: HTML.build { $0.text(StatusWords.words(.effective)) })
    }
  }

  /// The status of a record. For evidence, the status also says whether the evidence is valid.
  private static func status(_ site: Site, _ position: Int) -> HTML {
    HTML.build { out in
      out.text(StatusWords.words(site.facts.status(of: position)))
      guard site.facts.evidenceStatus(of: position) != nil, site.facts.counts(position) else { return }
      out.put(" ")
      out.element("span", "note", EvidenceWords(site, position).words)
    }
  }

  /// The status of an item in the Statement of Applicability or in the coverage.
  private static func status(_ site: Site, _ place: ItemPosition, _ name: FigureName) -> HTML {
    HTML.build { out in
      switch name {
      case .statement, .need, .needTotal:
        let row = site.row(catalogue: place.catalogue, item: place.item)
        switch row?.isApplicable {
        case true?: out.text(row?.record.map { Wording.words($0.implementation.rawValue) } ?? FigurePageWords.applicable)
        case false?: out.text(SiteWords.excluded)
        case nil: out.text(FigurePageWords.noDecision)
        }
      default: out.text(CoverageWords.words(site.coverage.item(place).state))
      }
    }
  }
}
