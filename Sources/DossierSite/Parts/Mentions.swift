import DossierAssessment
import DossierRecords
import DossierText

/// One group of the references to or from a record, item or page. Each group has the targets or origins of one kind. Each
/// target or origin is listed once, with the fields that contain the reference.
struct MentionGroup: ViewModel {
  let title: String
  let count: Int
  let rows: [Row]
  /// The HTML id of the group on the page of an item. The link of `figure` leads to this id. Nil if the group has no figure.
  private(set) var anchor: String?
  private(set) var figure: FigureValue?

  static let view = View<MentionGroup>(
    .text("title", \.title), .list("rows", \.rows), .optional("anchor", \.anchor),
    .scope("figure", \.figure))

  /// The id of the group of records of a kind on the page of an item.
  static func anchor(_ kind: String) -> String { "references-" + Slug.make(kind) }

  struct Row: ViewModel {
    let link: HTML
    /// The labels of the fields that contain the reference.
    let fields: String
    static let view = View<Row>(.html("link", \.link), .text("fields", \.fields))
  }

  /// The outgoing references. Records come first, by kind in the order of the registers. Then items of frameworks, pages,
  /// registers and files follow.
  static func outgoing(_ linker: Linker, from origin: ReferenceGraph.Origin) -> [MentionGroup] {
    groups(
      linker,
      linker.site.dossier.graph.edges(from: origin).compactMap { edge in
        edge.target.flatMap { $0 == target(origin) ? nil : ($0, edge.site.field) }
      })
  }

  static func incoming(_ linker: Linker, to place: ReferenceGraph.Target) -> [MentionGroup] {
    groups(
      linker,
      linker.site.dossier.graph.edges(to: place).compactMap { edge in
        target(edge.origin) == place ? nil : (target(edge.origin), edge.site.field)
      })
  }

  /// The references to an item, for the page of the item. A group of records also gets its figure: the number of records of
  /// this kind that refer to the item.
  static func incoming(_ linker: Linker, toItem place: ItemPosition) -> [MentionGroup] {
    let dossier = linker.site.dossier
    let catalogue = dossier.catalogues[place.catalogue]
    let kinds = Dictionary(dossier.kinds.map { ($0.plural, $0.name) }) { first, _ in first }
    return incoming(linker, to: .item(catalogue: place.catalogue, item: place.item)).map { group in
      guard let kind = kinds[group.title] else { return group }
      let name = FigureName.referring(catalogue: catalogue.name, item: catalogue.items[place.item].id, kind: kind)
      guard linker.site.figures.count(name) == group.count else { return group }
      var group = group
      group.anchor = anchor(kind)
      group.figure = FigureValue(linker, name)
      return group
    }
  }

  private static func target(_ origin: ReferenceGraph.Origin) -> ReferenceGraph.Target {
    switch origin {
    case .entry(let i): .entry(i)
    case .page(let i): .page(i)
    }
  }

  private static func groups(_ linker: Linker, _ mentions: [(ReferenceGraph.Target, String)]) -> [MentionGroup] {
    var fields: [ReferenceGraph.Target: [String]] = [:]
    var order: [ReferenceGraph.Target] = []
    for (target, field) in mentions {
      if fields[target] == nil { order.append(target) }
      let name =
        field == "text"
        ? RecordWords.mentionedInText
        : field.split(separator: ".").map { FieldShape.label(of: String($0)).lowercased() }.joined(separator: ": ")
      if fields[target]?.contains(name) != true { fields[target, default: []].append(name) }
    }
    var byTitle: [String: [(key: Key, row: Row)]] = [:]
    var ranks: [String: Int] = [:]
    for target in order {
      guard let (title, rank, key, link) = describe(linker, target) else { continue }
      ranks[title] = rank
      byTitle[title, default: []].append((key, Row(link: link, fields: (fields[target] ?? []).joined(separator: ", "))))
    }
    return byTitle.keys.sorted { (ranks[$0] ?? 0, $0) < (ranks[$1] ?? 0, $1) }.map { title in
      let rows = (byTitle[title] ?? []).sorted { $0.key < $1.key }.map(\.row)
      return MentionGroup(title: title, count: rows.count, rows: rows)
    }
  }

  /// The sort key of a row in a group: a position in a list, then a name.
  private typealias Key = (Int, String)

  private static func describe(_ linker: Linker, _ target: ReferenceGraph.Target) -> (String, Int, Key, HTML)? {
    let dossier = linker.site.dossier
    switch target {
    case .entry(let i):
      let kind = dossier.entries[i].kind
      return (kind.plural, linker.site.kindPositions[kind.name] ?? 0, (i, ""), linker.entry(i))
    case .item(let catalogue, let item):
      return (
        dossier.catalogues[catalogue].title, 1000 + catalogue, (item, ""),
        HTML.build { linker.writeItem(catalogue, item, isShort: false, &$0) }
      )
    case .page(let i):
      let link = HTML.build { out in out.link(linker.href(linker.site.routes.pages[i]), "ref") { $0.text(dossier.pages[i].title) }
      }
      return (Titles.pages, 2000, (i, ""), link)
    case .file(let path):
      guard let href = linker.href(target) else { return nil }
      return (Titles.files, 3000, (0, path.description), HTML.build { out in out.link(href, "file") { $0.text(path.name) } })
    case .register(let name):
      guard let i = linker.site.kindPositions[name], let href = linker.href(target) else { return nil }
      return (Titles.registers, 2500, (i, ""), HTML.build { out in out.link(href, "ref") { $0.text(dossier.kinds[i].plural) } })
    case .folder: return nil
    }
  }
}
