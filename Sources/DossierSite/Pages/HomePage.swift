import DossierAssessment
import DossierRecords
import DossierText

/// The home page: scope, items that need attention, key figures, and links for each group of readers.
struct HomePage: ViewModel {
  let frame: Frame
  let organisation: String
  let title: String
  let scope: HTML?
  let asOf: String
  let hasRecords: Bool
  let isPagesOnly: Bool
  let statement: Href
  let frameworks: Href
  let state: [StateLine]
  let attention: AttentionList?
  let reviews: ReviewList
  let ways: [ReaderLinks]
  let sections: [RegisterSection]
  let folders: [PageFolder]
  let issues: [FigureSentence]
  let since: SinceLast?

  static let view = View<HomePage>(
    .scope("frame", \.frame), .text("organisation", \.organisation), .text("title", \.title),
    .scope("scope", { $0.scope.map(DiagnosticView.Wrapped.init) }), .text("as_of", \.asOf), .flag("has_records", \.hasRecords),
    .flag("is_pages_only", \.isPagesOnly), .link("statement", \.statement), .link("frameworks", \.frameworks),
    .list("state", \.state), .scope("attention", \.attention), .scope("reviews", \.reviews), .list("ways", \.ways),
    .list("sections", \.sections),
    .list("folders", \.folders), .flag("has_pages", { !$0.folders.isEmpty }), .list("issues", \.issues),
    .scope("since", \.since))

  init(_ site: Site, _ route: Route) {
    let linker = Linker(site: site, route: route)
    frame = Frame(linker, title: site.title, section: .home)
    organisation = site.organisation
    title = site.title
    scope = linker.scope
    asOf = Wording.long(site.asOf)
    hasRecords = !site.dossier.entries.isEmpty
    isPagesOnly = site.isPagesOnly
    statement = linker.href(RouteTable.statement)
    frameworks = linker.href(RouteTable.frameworks)
    state = hasRecords ? StateLine.all(linker) : []
    attention = hasRecords ? AttentionList(linker, limit: AttentionList.most) : nil
    reviews = ReviewList(linker)
    ways = hasRecords ? ReaderLinks.all(linker) : []
    sections = RegisterSection.all(linker)
    folders = PageFolder.all(linker)
    since = SinceLast(linker)
    issues = Severity.allCases.reversed().map {
      FigureSentence(linker, site.figures.counted(.diagnostics($0), $0.rawValue))
    }
  }
}

/// One key figure of the management system, such as "12 of 14 risks".
struct StateLine: ViewModel {
  let numerator: FigureValue
  let denominator: FigureValue
  let label: String
  let detail: FigureSentence?
  let href: Href

  static let view = View<StateLine>(
    .scope("numerator", \.numerator), .scope("denominator", \.denominator), .number("value", \.numerator.count),
    .number("max", \.denominator.count), .text("label", \.label), .scope("detail", \.detail), .link("href", \.href),
    .flag("is_counted", { $0.denominator.count > 0 }))

  init(
    _ linker: Linker, _ numerator: FigureName, of denominator: FigureName, _ words: HomeWords.KeyFigure, _ href: Href
  ) {
    self.numerator = FigureValue(linker, numerator)
    self.denominator = FigureValue(linker, denominator)
    label = words.label
    detail = linker.site.figures.listed(words.parts).map { FigureSentence(linker, $0) }
    self.href = href
  }

  static func all(_ linker: Linker) -> [StateLine] {
    let statement = linker.href(RouteTable.statement)
    let lines = [
      StateLine(linker, .statement(.implemented), of: .statement(.applicable), HomeWords.controls, statement),
      StateLine(linker, .statement(.freshEvidence), of: .statement(.implemented), HomeWords.evidence, statement),
      StateLine(linker, .recordsWithout, of: .allRecords, HomeWords.records, linker.href(RouteTable.issues)),
      StateLine(
        linker, .reviews(.upToDate), of: .reviews(.all), HomeWords.reviews, linker.href(RouteTable.home, "reviews")),
    ]
    return lines + [risks(linker)].compactMap(\.self)
  }

  /// The key figure of risks. Nil if the organisation has stated no acceptable score, or if no risk counts.
  private static func risks(_ linker: Linker) -> StateLine? {
    let site = linker.site
    guard let limit = site.facts.appetite.acceptable, let kind = site.kindPosition(Risk.name),
      site.figures.count(.risks(.all)) > 0
    else { return nil }
    return StateLine(
      linker, .risks(.acceptable), of: .risks(.all), HomeWords.risks(limit: limit), linker.href(site.routes.kinds[kind]))
  }
}

/// The reviews that are overdue or due next.
struct ReviewList: ViewModel {
  let rows: [Row]
  let total: FigureSentence

  static let view = View<ReviewList>(
    .list("rows", \.rows), .flag("has_rows", { !$0.rows.isEmpty }), .scope("total", \.total))

  struct Row: ViewModel {
    let link: HTML
    let owner: HTML
    let date: String?
    /// The status of the review. Nil if the review is up to date. Also nil if `date` is nil, because the template then writes the
    /// status in the date cell.
    let badge: String?
    static let view = View<Row>(
      .html("link", \.link), .html("owner", \.owner), .optional("date", \.date), .optional("badge", \.badge))
  }

  private static let most = 12

  init(_ linker: Linker) {
    let site = linker.site
    let sorted = site.facts.reviews.all.sorted { a, b in
      (a.due?.daysSinceEpoch ?? 0, a.position) < (b.due?.daysSinceEpoch ?? 0, b.position)
    }
    let overdue = site.facts.reviews.overdue.count
    rows = sorted.prefix(max(ReviewList.most, min(overdue, 50))).map { review in
      let entry = review.entry
      let owner =
        entry.field("owner").map { FieldHTML(linker, review.position).cell($0.content) } ?? RecordFacts.missing(HomeWords.noOwner)
      return Row(
        link: linker.entry(review.position), owner: owner, date: review.due?.description,
        badge: review.due == nil ? nil : ReviewWords.badge(review.status))
    }
    total = FigureSentence(linker, HomeWords.reviewTotal(site.figures, isComplete: sorted.count <= rows.count))
  }
}

/// The registers of one part of the management system.
struct RegisterSection: ViewModel {
  let title: String
  let registers: [Register]

  static let view = View<RegisterSection>(.text("title", \.title), .list("registers", \.registers))

  struct Register: ViewModel {
    let title: String
    let href: Href
    let count: FigureValue
    static let view = View<Register>(
      .text("title", \.title), .link("href", \.href), .scope("count", \.count), .flag("is_empty", { $0.count.count == 0 }))
  }

  static func all(_ linker: Linker) -> [RegisterSection] {
    let dossier = linker.site.dossier
    return RecordKind.Section.allCases.compactMap { section in
      let registers = dossier.kinds.enumerated().filter { $1.section == section }.map { i, kind in
        Register(
          title: kind.plural, href: linker.href(linker.site.routes.kinds[i]),
          count: FigureValue(linker, .records(ofKind: kind.name)))
      }
      return registers.isEmpty ? nil : RegisterSection(title: section.rawValue, registers: registers)
    }
  }
}

/// The links for one group of readers.
struct ReaderLinks: ViewModel {
  let title: String
  let links: [CountedLink]

  static let view = View<ReaderLinks>(.text("title", \.title), .list("links", \.links))

  static func all(_ linker: Linker) -> [ReaderLinks] {
    let site = linker.site
    func registers(_ reader: KindTraits.Reader) -> [CountedLink] {
      zip(site.dossier.kinds, site.routes.kinds).compactMap { kind, route in
        let count = FigureName.records(ofKind: kind.name)
        guard site.figures.count(count) > 0, kind.traits.mainReader == reader else { return nil }
        return CountedLink(title: kind.plural, href: linker.href(route), note: FigureSentence(linker, "\(count)"))
      }
    }
    func page(_ title: String, _ route: Route, _ note: FigureText? = nil) -> CountedLink {
      CountedLink(title: title, href: linker.href(route), note: note.map { FigureSentence(linker, $0) })
    }
    let readiness = site.readiness.map { _ in [page(Titles.readiness, RouteTable.readiness, HomeWords.readiness)] }
    let issues = Severity.allCases.reversed().map { site.figures.counted(.diagnostics($0), $0.rawValue) }
    let approvals = site.isPagesOnly ? [] : [page(Titles.approvals, RouteTable.approvals, ApprovalWords.summary(site.figures))]
    let frameworks = zip(site.dossier.catalogues, site.routes.catalogues).map { page($0.title, $1) }
    return [
      ReaderLinks(
        title: HomeWords.forAuditor,
        links: (readiness ?? []) + approvals + [page(StatementWords.title, RouteTable.statement)]
          + frameworks.prefix(2) + [page(Titles.allFigures, RouteTable.figureIndex), page(SiteWords.wordList, RouteTable.words)]
          + registers(.auditor)),
      ReaderLinks(
        title: HomeWords.forAuthor,
        links: [
          page(SiteWords.issues, RouteTable.issues, issues.joined(", ")),
          CountedLink(title: Titles.reviewsDue, href: Href(fragment: "reviews"), note: nil),
        ]
          + registers(.author) + [
            CountedLink(title: Titles.allRegisters, href: Href(fragment: "registers"), note: nil)
          ]),
      ReaderLinks(
        title: HomeWords.forEveryone,
        links: registers(.everyone)
          + (site.dossier.pages.isEmpty ? [] : [page(Titles.pages, RouteTable.pageIndex)])),
    ]
  }
}
