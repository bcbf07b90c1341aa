import DossierAssessment
import DossierMarkup
import DossierRecords
import DossierText

/// The first page: what is managed, how it stands, and the ways in.
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
  let ways: [Way]
  let sections: [RegisterSection]
  let folders: [PageFolder]
  let openPoints: [TextLink]
  let since: SinceLast?

  static let view = View<HomePage>(
    .scope("frame", \.frame), .text("organisation", \.organisation), .text("title", \.title),
    .scope("scope", { $0.scope.map(FindingView.Wrapped.init) }), .text("as_of", \.asOf), .flag("has_records", \.hasRecords),
    .flag("is_pages_only", \.isPagesOnly), .link("statement", \.statement), .link("frameworks", \.frameworks),
    .list("state", \.state), .scope("attention", \.attention), .scope("reviews", \.reviews), .list("ways", \.ways),
    .list("sections", \.sections),
    .list("folders", \.folders), .flag("has_pages", { !$0.folders.isEmpty }), .list("open_points", \.openPoints),
    .scope("since", \.since))

  init(_ site: Site, _ route: Route) {
    let linker = Linker(site: site, route: route)
    frame = Frame(linker, title: site.title, section: .home)
    organisation = site.organisation
    title = site.title
    scope = site.dossier.configuration.scope.map {
      var style = MarkupStyle(headingShift: 2)
      style.footnotePrefix = "fn.scope."
      // The configuration has no references of its own: its links are shown as words.
      let links = MarkupLinks(
        link: { destination, _ in
          if case .external(let address) = LinkTarget(destination) { .external(Href(external: address)) } else { .text }
        },
        image: { _, _ in .text },
        reference: { target, _ in
          guard let i = site.dossier.position(of: target) else { return .init(href: nil, name: target, title: nil, kind: "") }
          let entry = site.dossier.entries[i]
          return .init(href: linker.entryHref(i), name: entry.id, title: entry.title, kind: entry.kind.name)
        })
      return MarkupHTML.render($0.tree, links: links, style: style)
    }
    asOf = Wording.long(site.asOf)
    hasRecords = !site.dossier.entries.isEmpty
    isPagesOnly = site.isPagesOnly
    statement = linker.href(RouteTable.statement)
    frameworks = linker.href(RouteTable.frameworks)
    state = hasRecords ? StateLine.all(linker) : []
    attention = hasRecords ? AttentionList(linker, limit: AttentionList.most) : nil
    reviews = ReviewList(linker)
    ways = hasRecords ? Way.all(linker) : []
    sections = RegisterSection.all(linker)
    folders = PageFolder.all(linker)
    since = SinceLast(linker)
    openPoints = Severity.allCases.reversed().map {
      TextLink(
        title: Wording.count(site.findings.count($0), $0.rawValue), href: linker.href(RouteTable.openPoints, $0.rawValue),
        note: nil)
    }
  }
}

/// One statement of how things stand: so many of so many, never a percentage alone.
struct StateLine: ViewModel {
  let numerator: Int
  let denominator: Int
  let label: String
  let detail: String?
  let href: Href

  static let view = View<StateLine>(
    .number("numerator", \.numerator), .number("denominator", \.denominator), .text("label", \.label),
    .optional("detail", \.detail), .link("href", \.href), .flag("is_counted", { $0.denominator > 0 }))

  static func all(_ linker: Linker) -> [StateLine] {
    let site = linker.site
    let rows = site.statement.rows
    let applicable = rows.filter { $0.isApplicable == true }
    func words(_ parts: [(Int, String)]) -> String? {
      let said = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      return said.isEmpty ? nil : said.joined(separator: ", ")
    }
    func implemented(_ state: ControlImplementation.Implementation) -> Int {
      applicable.count { $0.record?.implementation == state }
    }
    let undecided = rows.count { $0.isApplicable == nil }
    let statement = linker.href(RouteTable.statement)
    var lines = [
      StateLine(
        numerator: implemented(.implemented), denominator: applicable.count, label: "applicable controls implemented",
        detail: words([
          (implemented(.partial), "partial"), (implemented(.planned), "planned"), (implemented(.notStarted), "not started"),
          (undecided, "without a decision"), (rows.count - applicable.count - undecided, "excluded"),
        ]), href: statement)
    ]
    let shown = applicable.map(\.evidence)
    lines.append(
      StateLine(
        numerator: shown.count(where: \.hasFresh), denominator: applicable.count,
        label: "applicable controls with valid evidence",
        detail: words([
          (shown.count(where: \.isStale), "with expired evidence only"),
          (shown.count { $0.items.isEmpty }, "without any"),
        ]), href: statement))
    let findings = site.findings
    let total = site.dossier.entries.count
    let troubled = findings.ofEntry.values.count { $0.contains { findings.all[$0].severity >= .warning } }
    lines.append(
      StateLine(
        numerator: total - troubled, denominator: total, label: "records without an error or warning",
        detail: words([(findings.records(with: .error), "with errors"), (findings.records(with: .warning), "with warnings")]),
        href: linker.href(RouteTable.openPoints)))
    let reviews = site.facts.reviews
    let overdue = reviews.overdue.count
    lines.append(
      StateLine(
        numerator: reviews.upToDate.count, denominator: reviews.all.count, label: "reviews up to date",
        detail: overdue > 0 ? "\(overdue) overdue" : nil, href: linker.href(RouteTable.home, "reviews")))
    if let line = risks(linker) { lines.append(line) }
    return lines
  }

  /// Only where the organisation has said what it can live with.
  private static func risks(_ linker: Linker) -> StateLine? {
    let site = linker.site
    let method = site.dossier.configuration.risk
    guard let limit = method?.acceptable?.value, let kind = site.kindPosition(Risk.name) else { return nil }
    let live = site.dossier.positions(of: Risk.name).filter(site.facts.counts)
    guard !live.isEmpty else { return nil }
    let residual = live.map { RecordFacts.scores(site.dossier.entries[$0]).residual?.value }
    let above = residual.count { ($0 ?? 0) > limit }
    let open = residual.count { $0 == nil }
    let said = [above > 0 ? "\(above) above it" : nil, open > 0 ? "\(open) without a residual score" : nil].compactMap { $0 }
    return StateLine(
      numerator: residual.count { $0.map { $0 <= limit } ?? false }, denominator: live.count,
      label: "risks with a residual score an owner may accept (up to \(limit))",
      detail: said.isEmpty ? nil : said.joined(separator: ", "),
      href: linker.href(site.routes.kinds[kind]))
  }
}

/// The reviews that are overdue or next.
struct ReviewList: ViewModel {
  let rows: [Row]
  let total: String
  let overdue: Int

  static let view = View<ReviewList>(
    .list("rows", \.rows), .flag("has_rows", { !$0.rows.isEmpty }), .text("total", \.total), .number("overdue", \.overdue))

  struct Row: ViewModel {
    let link: HTML
    let owner: HTML
    let date: String?
    let isOverdue: Bool
    static let view = View<Row>(
      .html("link", \.link), .html("owner", \.owner), .optional("date", \.date), .flag("is_overdue", \.isOverdue))
  }

  private static let most = 12

  init(_ linker: Linker) {
    let site = linker.site
    let sorted = site.facts.reviews.all.sorted { a, b in
      (a.due?.daysSinceEpoch ?? 0, a.position) < (b.due?.daysSinceEpoch ?? 0, b.position)
    }
    overdue = site.facts.reviews.overdue.count
    rows = sorted.prefix(max(ReviewList.most, min(overdue, 50))).map { review in
      let entry = review.entry
      let owner =
        entry.field("owner").map { FieldHTML(linker, review.position).cell($0.content) } ?? RecordFacts.missing("no owner stated")
      return Row(
        link: linker.entry(review.position), owner: owner, date: review.due?.description, isOverdue: review.status != .upToDate)
    }
    total = "The first \(rows.count) of \(Wording.count(sorted.count, "record")) with a review cycle."
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
    let count: Int
    static let view = View<Register>(
      .text("title", \.title), .link("href", \.href), .number("count", \.count), .flag("is_empty", { $0.count == 0 }))
  }

  static func all(_ linker: Linker) -> [RegisterSection] {
    let dossier = linker.site.dossier
    return RecordKind.Section.allCases.compactMap { section in
      let registers = dossier.kinds.enumerated().filter { $1.section == section }.map { i, kind in
        Register(
          title: kind.plural, href: linker.href(linker.site.routes.kinds[i]), count: dossier.positions(of: kind.name).count)
      }
      return registers.isEmpty ? nil : RegisterSection(title: section.rawValue, registers: registers)
    }
  }
}

/// Where one kind of reader begins.
struct Way: ViewModel {
  let title: String
  let links: [TextLink]

  static let view = View<Way>(.text("title", \.title), .list("links", \.links))

  static func all(_ linker: Linker) -> [Way] {
    let site = linker.site
    func registers(_ names: [String]) -> [TextLink] {
      names.compactMap { name in
        let count = site.dossier.positions(of: name).count
        guard count > 0, let kind = site.kindPosition(name) else { return nil }
        return TextLink(title: site.dossier.kinds[kind].plural, href: linker.href(site.routes.kinds[kind]), note: String(count))
      }
    }
    func page(_ title: String, _ route: Route, _ note: String? = nil) -> TextLink {
      TextLink(title: title, href: linker.href(route), note: note)
    }
    let readiness = site.readiness.map { found in
      [page("Readiness", RouteTable.readiness, "\(found.count(.shown)) of \(found.total) questions shown")]
    }
    let approvals = site.isPagesOnly ? [] : [page("Approvals", RouteTable.approvals, ApprovalsPage.summary(site))]
    let frameworks = zip(site.dossier.catalogues, site.routes.catalogues).map { page($0.title, $1) }
    return [
      Way(
        title: "For the auditor",
        links: (readiness ?? []) + approvals + [page("Statement of Applicability", RouteTable.statement)]
          + frameworks.prefix(2)
          + registers([Evidence.name, Audit.name, Nonconformity.name, ManagementReview.name])),
      Way(
        title: "For the author",
        links: [
          page("Open points", RouteTable.openPoints, Wording.count(site.findings.all.count, "message")),
          TextLink(title: "Reviews due", href: Href(fragment: "reviews"), note: nil),
        ]
          + registers([Risk.name, CorrectiveAction.name, Exception.name]) + [
            TextLink(title: "All registers", href: Href(fragment: "registers"), note: nil)
          ]),
      Way(
        title: "For everyone",
        links: registers([AISystem.name, Policy.name, Disclosure.name, Model.name, Role.name])
          + (site.dossier.pages.isEmpty ? [] : [page("Pages", RouteTable.pageIndex, String(site.dossier.pages.count))])),
    ]
  }
}
