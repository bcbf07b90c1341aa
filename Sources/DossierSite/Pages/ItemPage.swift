import DossierAssessment
import DossierMarkup
import DossierRecords
import DossierText

/// The page of one clause, control, article or group: what it requires, what covers it, issues to fix, and related items of other
/// frameworks.
struct ItemPage: ViewModel {
  let frame: Frame
  let level: String
  let id: String
  let title: String
  let catalogue: String
  let asks: HTML?
  let applies: [String]
  let remarks: [String]
  let licensed: LicensedPassage?
  let parent: TextLink?
  let children: [ItemRow]
  let hasStatement: Bool
  let hasDates: Bool
  let row: StatementRow?
  let statement: Href
  /// The noun for headings: "clause" or "control".
  let noun: String
  let registers: [CountedLink]
  /// Nil for a group, because each part of a group is covered separately.
  let covering: Covering?
  let evidence: [EvidenceLine]
  let findings: [DiagnosticView]
  /// A sentence that says where the other issues are listed. Nil if this page lists all issues.
  let unlisted: String?
  let meetings: [RelatedItemGroup]
  let mentions: [MentionGroup]

  static let view = View<ItemPage>(
    .scope("frame", \.frame), .text("level", \.level), .text("id", \.id), .text("title", \.title),
    .text("catalogue", \.catalogue), .scope("asks", { $0.asks.map(DiagnosticView.Wrapped.init) }), .texts("applies", \.applies),
    .flag("has_applies", { !$0.applies.isEmpty }), .texts("remarks", \.remarks), .scope("licensed", \.licensed),
    .scope("parent", \.parent), .list("children", \.children),
    .flag("has_statement", \.hasStatement), .flag("has_dates", \.hasDates), .flag("has_children", { !$0.children.isEmpty }),
    .scope("row", \.row), .link("statement", \.statement), .text("noun", \.noun), .list("registers", \.registers),
    .flag("has_registers", { !$0.registers.isEmpty }), .scope("covering", \.covering),
    .list("evidence", \.evidence),
    .flag("has_evidence", { !$0.evidence.isEmpty }), .list("findings", \.findings), .optional("unlisted", \.unlisted),
    .flag("has_findings", { !$0.findings.isEmpty }), .list("meetings", \.meetings),
    .flag("has_meetings", { !$0.meetings.isEmpty }), .list("mentions", \.mentions),
    .flag("has_mentions", { !$0.mentions.isEmpty }))

  /// The licensed text of a standard. Only the internal edition shows it.
  struct LicensedPassage: ViewModel {
    let text: HTML
    let licence: String
    static let view = View<LicensedPassage>(.html("text", \.text), .text("licence", \.licence))
  }

  /// One record of evidence with its status.
  struct EvidenceLine: ViewModel {
    let link: HTML
    let state: String
    let isValid: Bool
    static let view = View<EvidenceLine>(.html("link", \.link), .text("state", \.state), .flag("is_valid", \.isValid))
  }

  /// The related items in one other framework.
  struct RelatedItemGroup: ViewModel {
    let title: String
    let meets: [RelatedItem]
    let unlisted: String?
    static let view = View<RelatedItemGroup>(
      .text("title", \.title), .list("meets", \.meets), .optional("unlisted", \.unlisted))
  }

  init(_ site: Site, _ route: Route, catalogue position: Int, item: Int) {
    let linker = Linker(site: site, route: route)
    let catalogue = site.dossier.catalogues[position]
    let own = catalogue.items[item]
    let place = ItemPosition(catalogue: position, item: item)
    var crumbs: [(String, Route)] = []
    var above = own.parent
    while let id = above, let i = catalogue.position(of: id) {
      crumbs.insert((id, site.routes.items[position][i]), at: 0)
      above = catalogue.items[i].parent
    }
    frame = Frame(
      linker, title: "\(own.id) \(own.title)", section: .frameworks,
      crumbs: [(Titles.frameworks, RouteTable.frameworks), (catalogue.short, site.routes.catalogues[position])] + crumbs)
    let isSubclause = own.level.utf8.suffix(7).elementsEqual("-clause".utf8)
    level = own.kind == .control ? ItemWords.control : isSubclause ? ItemWords.clause : Wording.words(own.level)
    noun = own.kind == .group ? ItemWords.group : own.kind.rawValue
    id = own.id
    title = own.title
    self.catalogue = catalogue.title
    asks = own.asks.map { asks in HTML.build { $0.withCode(asks) } }
    applies = ItemPage.applies(own.application, site.facts.asOf)
    remarks = [
      own.requirement.map(ItemWords.requirement), own.insertedBy.map(ItemWords.inserted),
      own.amendedBy.map(ItemWords.changed), own.withdrawn.map(ItemWords.withdrawn),
      own.labels.isEmpty ? nil : ItemWords.labels(own.labels), own.note,
    ].compactMap { $0 }
    licensed = ItemPage.licensed(site, catalogue.name, own.id)
    parent = own.parent.flatMap { id in
      catalogue.position(of: id).map {
        TextLink(title: "\(id) \(catalogue.items[$0].title)", href: linker.href(site.routes.items[position][$0]), note: nil)
      }
    }
    children = catalogue.items.indices.filter { catalogue.items[$0].parent == own.id }.map {
      ItemRow(linker, ItemPosition(catalogue: position, item: $0), depth: 1)
    }
    hasStatement = site.statement.rows.contains { $0.catalogue == position }
    hasDates = children.contains { $0.appliesFrom != nil }
    row = site.row(catalogue: position, item: item).map { StatementRow(linker, $0) }
    statement = linker.href(RouteTable.statement, own.kind == .control ? Slug.make(own.id) : nil)
    registers = ItemPage.registers(linker, own, place)
    covering = own.canBeAnswered ? Covering(linker, place) : nil
    evidence = row == nil ? ItemPage.evidence(linker, place) : []
    (findings, unlisted) = ItemPage.findings(linker, own, place)
    meetings = site.dossier.catalogues.indices.compactMap { other in
      guard other != position else { return nil }
      let (meets, unlisted) = RelatedItem.all(linker, place, in: other)
      return meets.isEmpty
        ? nil
        : RelatedItemGroup(
          title: site.dossier.catalogues[other].short, meets: meets, unlisted: unlisted)
    }
    mentions = MentionGroup.incoming(linker, toItem: place)
  }

  private static func applies(_ application: Application?, _ asOf: AsOfDate) -> [String] {
    (application?.dates ?? []).map { start in
      ItemWords.applies(start.date, hasBegun: asOf.includes(start.date), to: start.what)
    }
  }

  private static func licensed(_ site: Site, _ catalogue: String, _ id: String) -> LicensedPassage? {
    guard site.edition.showsLicensedText else { return nil }
    for text in site.dossier.frameworks.texts where text.catalogue.text == catalogue {
      guard let passage = text.passages.first(where: { $0.item.text == id }) else { continue }
      let links = MarkupLinks(
        link: { _, _ in .text }, image: { _, _ in .text },
        reference: { target, _ in .init(href: nil, name: target, title: nil, kind: "") })
      var style = MarkupStyle(headingShift: 2)
      style.footnotePrefix = "fn.text."
      return LicensedPassage(text: MarkupHTML.render(passage.text, links: links, style: style), licence: text.licence)
    }
    return nil
  }

  /// Links to the registers of the kinds of record that can cover the item (`answeredBy`). The note after each link says how
  /// many records of this kind refer to the item.
  private static func registers(_ linker: Linker, _ item: Catalogue.Item, _ place: ItemPosition) -> [CountedLink] {
    let site = linker.site
    let catalogue = site.dossier.catalogues[place.catalogue].name
    let noun = item.kind == .group ? ItemWords.group : item.kind.rawValue
    return item.answeredBy.compactMap { name in
      guard let i = site.kindPosition(name) else { return nil }
      let all = FigureName.records(ofKind: name)
      let referring = FigureName.referring(catalogue: catalogue, item: item.id, kind: name)
      let covering = FigureName.covering(catalogue: catalogue, item: item.id, kind: name)
      let isPlanned = site.coverage.item(place).state == .planned
      let counted = site.figures.count(covering) == 0 || isPlanned ? nil : covering
      let note = ItemWords.register(site.figures, all, referring: referring, covering: counted, noun: noun)
      return CountedLink(
        title: site.dossier.kinds[i].plural, href: linker.href(site.routes.kinds[i]),
        note: FigureSentence(linker, note))
    }
  }

  private static func evidence(_ linker: Linker, _ place: ItemPosition) -> [EvidenceLine] {
    let site = linker.site
    return site.coverage.item(place).records.filter { site.dossier.entries[$0].kind.name == Evidence.name }.map { i in
      let state = EvidenceWords(site, i)
      return EvidenceLine(link: linker.entry(i, hasNote: false), state: state.words, isValid: state.isValid)
    }
  }

  /// The maximum number of diagnostics on the page. The page of issues to fix lists the others.
  private static let most = 50

  /// The diagnostics that concern the item. These are the diagnostics of rules that support the clause. For a control, the
  /// diagnostics of its SoA line are added. `rest` is nil if all diagnostics are shown.
  private static func findings(_ linker: Linker, _ item: Catalogue.Item, _ place: ItemPosition) -> (
    shown: [DiagnosticView], rest: String?
  ) {
    let site = linker.site
    guard site.dossier.catalogues[place.catalogue].name == CatalogueLibrary.defaultName else { return ([], nil) }
    let rules = site.rulesByClause[item.id] ?? []
    var positions = Set(site.findings.all.indices.filter { rules.contains(site.findings.all[$0].rule) })
    if let line = site.row(catalogue: place.catalogue, item: place.item)?.implementation {
      positions.formUnion(site.findings.ofEntry[line] ?? [])
    }
    var lines = SourceLines(site)
    let shown = positions.sorted().prefix(most).map { DiagnosticView(linker, $0, lines: &lines, showsSubject: true) }
    return (shown, positions.count > most ? ItemWords.othersOnIssues : nil)
  }
}
