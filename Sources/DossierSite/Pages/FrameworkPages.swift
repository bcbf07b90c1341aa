import DossierRecords
import DossierText

/// The frameworks in use.
struct FrameworksPage: ViewModel {
  let frame: Frame
  let frameworks: [Framework]

  static let view = View<FrameworksPage>(
    .scope("frame", \.frame), .list("frameworks", \.frameworks), .flag("has_frameworks", { !$0.frameworks.isEmpty }))

  struct Framework: ViewModel {
    let title: String
    let href: Href
    let publisher: String
    let edition: String
    let coverage: String
    static let view = View<Framework>(
      .text("title", \.title), .link("href", \.href), .text("publisher", \.publisher), .text("edition", \.edition),
      .text("coverage", \.coverage))
  }

  init(_ site: Site, _ route: Route) {
    let linker = Linker(site: site, route: route)
    frame = Frame(linker, title: "Frameworks", section: .frameworks)
    frameworks = site.dossier.catalogues.enumerated().map { i, catalogue in
      Framework(
        title: catalogue.title, href: linker.href(site.routes.catalogues[i]), publisher: catalogue.publisher,
        edition: catalogue.edition,
        coverage: CataloguePage.coverage(site, i))
    }
  }
}

/// One framework: its hierarchy, and how much of it the dossier speaks about.
struct CataloguePage: ViewModel {
  let frame: Frame
  let title: String
  let publisher: String
  let edition: String
  let coverage: String
  let hasStatement: Bool
  let rows: [Row]

  static let view = View<CataloguePage>(
    .scope("frame", \.frame), .text("title", \.title), .text("publisher", \.publisher), .text("edition", \.edition),
    .text("coverage", \.coverage), .flag("has_statement", \.hasStatement), .list("rows", \.rows))

  /// One clause, control, article or group of them.
  struct Row: ViewModel {
    let id: String
    let title: String
    let href: Href
    let level: String
    let isGroup: Bool
    let mentions: String
    let isMentioned: Bool
    let state: HTML
    static let view = View<Row>(
      .text("id", \.id), .text("title", \.title), .link("href", \.href), .text("level", \.level), .flag("is_group", \.isGroup),
      .text("mentions", \.mentions), .flag("is_mentioned", \.isMentioned), .html("state", \.state))
  }

  init(_ site: Site, _ route: Route, catalogue position: Int) {
    let linker = Linker(site: site, route: route)
    let catalogue = site.dossier.catalogues[position]
    frame = Frame(linker, title: catalogue.title, section: .frameworks, crumbs: [("Frameworks", RouteTable.frameworks)])
    title = catalogue.title
    publisher = catalogue.publisher
    edition = catalogue.edition
    coverage = CataloguePage.coverage(site, position)
    hasStatement = site.statement.rows.contains { $0.catalogue == position }
    var depths: [String: Int] = [:]
    rows = catalogue.items.enumerated().map { i, item in
      let depth = item.parent.map { (depths[$0] ?? 0) + 1 } ?? 1
      depths[item.id] = depth
      let records = CataloguePage.records(site, position, i)
      return Row(
        id: item.id, title: item.title, href: linker.href(site.routes.items[position][i]), level: "level-\(min(depth, 5))",
        isGroup: item.kind == .group, mentions: Wording.count(records, "record"), isMentioned: records > 0,
        state: CataloguePage.state(site, position, i))
    }
  }

  /// How many records point at an item.
  static func records(_ site: Site, _ catalogue: Int, _ item: Int) -> Int {
    var seen: Set<Int> = []
    for edge in site.dossier.graph.edges(to: .item(catalogue: catalogue, item: item)) {
      if case .entry(let i) = edge.origin { seen.insert(i) }
    }
    return seen.count
  }

  static func coverage(_ site: Site, _ position: Int) -> String {
    let items = site.dossier.catalogues[position].items
    let leaves = items.indices.filter { items[$0].kind != .group }
    let covered = leaves.count { records(site, position, $0) > 0 }
    return "\(covered) of \(leaves.count) clauses, controls or articles are named by at least one record"
  }

  /// Of a control, how it stands in the statement.
  static func state(_ site: Site, _ catalogue: Int, _ item: Int) -> HTML {
    guard let row = site.row(catalogue: catalogue, item: item) else { return RecordFacts.missing("–") }
    return HTML.build { out in
      guard let record = row.record else {
        return out.element("span", "badge poor", row.implementation == nil ? "no record" : "record with errors")
      }
      if record.applicable { out.badge(record.implementation.rawValue) } else { out.element("span", "badge plain", "excluded") }
    }
  }
}

/// One clause, control, article or group of them, and everything that points at it.
struct ItemPage: ViewModel {
  let frame: Frame
  let level: String
  let id: String
  let title: String
  let catalogue: String
  let appliesFrom: String?
  let parent: TextLink?
  let children: [CataloguePage.Row]
  let hasStatement: Bool
  let row: StatementRow?
  let statement: Href
  /// "clause" or "control", for a heading.
  let noun: String
  let registers: [TextLink]
  let count: String
  let mentions: [MentionGroup]

  static let view = View<ItemPage>(
    .scope("frame", \.frame), .text("level", \.level), .text("id", \.id), .text("title", \.title),
    .text("catalogue", \.catalogue),
    .optional("applies_from", \.appliesFrom), .scope("parent", \.parent), .list("children", \.children),
    .flag("has_statement", \.hasStatement), .flag("has_children", { !$0.children.isEmpty }), .scope("row", \.row),
    .link("statement", \.statement), .text("noun", \.noun), .list("registers", \.registers),
    .flag("has_registers", { !$0.registers.isEmpty }), .text("count", \.count),
    .list("mentions", \.mentions), .flag("has_mentions", { !$0.mentions.isEmpty }))

  init(_ site: Site, _ route: Route, catalogue position: Int, item: Int) {
    let linker = Linker(site: site, route: route)
    let catalogue = site.dossier.catalogues[position]
    let own = catalogue.items[item]
    var crumbs: [(String, Route)] = []
    var above = own.parent
    while let id = above, let i = catalogue.position(of: id) {
      crumbs.insert((id, site.routes.items[position][i]), at: 0)
      above = catalogue.items[i].parent
    }
    frame = Frame(
      linker, title: "\(own.id) \(own.title)", section: .frameworks,
      crumbs: [("Frameworks", RouteTable.frameworks), (catalogue.title, site.routes.catalogues[position])] + crumbs)
    let isSubclause = own.level.utf8.suffix(7).elementsEqual("-clause".utf8)
    level = own.kind == .control ? "control" : isSubclause ? "clause" : Wording.words(own.level)
    noun = own.kind == .control ? "control" : "clause"
    id = own.id
    title = own.title
    self.catalogue = catalogue.title
    appliesFrom = own.appliesFrom.map(Wording.long)
    parent = own.parent.flatMap { id in
      catalogue.position(of: id).map {
        TextLink(title: "\(id) \(catalogue.items[$0].title)", href: linker.href(site.routes.items[position][$0]), note: nil)
      }
    }
    children = catalogue.items.enumerated().filter { $1.parent == own.id }.map { i, child in
      let records = CataloguePage.records(site, position, i)
      return CataloguePage.Row(
        id: child.id, title: child.title, href: linker.href(site.routes.items[position][i]), level: "level-1",
        isGroup: child.kind == .group,
        mentions: Wording.count(records, "record"), isMentioned: records > 0, state: CataloguePage.state(site, position, i))
    }
    hasStatement = site.statement.rows.contains { $0.catalogue == position }
    row = site.row(catalogue: position, item: item).map { StatementRow(linker, $0) }
    statement = linker.href(RouteTable.statement, own.kind == .control ? Slug.make(own.id) : nil)
    registers = ItemPage.registers(linker, catalogue, own.id)
    mentions = MentionGroup.incoming(linker, to: .item(catalogue: position, item: item))
    count = Wording.count(mentions.reduce(0) { $0 + $1.count }, "record or page", "records and pages")
  }
  /// The registers whose kind of record is there to answer the item. The kinds name clauses of the default catalogue only.
  private static func registers(_ linker: Linker, _ catalogue: Catalogue, _ id: String) -> [TextLink] {
    guard catalogue.name == CatalogueLibrary.defaultName else { return [] }
    let site = linker.site
    return site.dossier.kinds.enumerated().filter { $1.clauses.contains(id) }.map { i, kind in
      let count = site.dossier.positions(of: kind.name).count
      return TextLink(
        title: kind.plural, href: linker.href(site.routes.kinds[i]),
        note: count == 0 ? "no records" : Wording.count(count, "record"))
    }
  }
}
