import DossierAssessment
import DossierRecords
import DossierText

/// The routes of all pages and files of the site.
struct RouteTable: Sendable {
  private(set) var kinds: [Route] = []
  private(set) var entries: [Route] = []
  private(set) var pages: [Route] = []
  private(set) var items: [[Route]] = []
  private(set) var catalogues: [Route] = []
  private(set) var crosswalks: [CrosswalkPair: Route] = [:]
  /// The routes of model cards by the position of the model.
  private(set) var cards: [Int: Route] = [:]
  private(set) var files: [SourcePath: Route] = [:]
  /// For each earlier release, the route of its page of changes. The order is the order of the releases.
  private(set) var releases: [Route] = []
  /// For each figure, the route of the page that lists its members.
  private(set) var figures: [FigureName: Route] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// The owner of each route and folder. Detects that a second page or file claims the same route.
  private var owners: [String: Owner] = [:]

  static let home = Route("index.html")
  static let statement = Route("statement-of-applicability.html")
  static let issues = Route("issues-to-fix.html")
  static let readiness = Route("readiness.html")
  static let approvals = Route("approvals.html")
  static let attention = Route("needs-attention.html")
  static let pageIndex = Route("pages", "index.html")
  static let frameworks = Route("frameworks", "index.html")
  static let integrity = Route("integrity.html")
  static let words = Route("words.html")
  static let versions = Route("since", "index.html")
  static let style = Route("assets", "style.css")
  static let script = Route("assets", "script.js")
  static let marker = Route("site.json")
  static let figureIndex = Route("figures", "index.html")
  static let figureList = Route("figures.json")

  private enum Owner {
    case tool
    case source(SourcePath, Span, String)
  }

  init(
    _ dossier: Dossier, releases names: [String] = [], figures figureNames: [FigureName] = [], cards hasCard: (Int) -> Bool
  ) {
    for route in [
      RouteTable.home, RouteTable.statement, RouteTable.issues, RouteTable.readiness, RouteTable.approvals,
      RouteTable.attention,
      RouteTable.pageIndex, RouteTable.frameworks, RouteTable.integrity, RouteTable.words, RouteTable.versions, RouteTable.style,
      RouteTable.script,
      RouteTable.marker, RouteTable.figureIndex, RouteTable.figureList,
    ] { _ = claim(route, .tool) }
    releases = names.map { claim(RouteTable.route(ofRelease: $0), .tool) }
    for name in figureNames { figures[name] = claim(figure: name.description) }
    let folders = dossier.kinds.map { Slug.make($0.plural) }
    kinds = folders.map { claim(Route($0, "index.html"), .tool) }
    for catalogue in dossier.catalogues {
      let folder = Slug.make(catalogue.name)
      catalogues.append(
        claim(Route("frameworks", folder, "index.html"), RouteTable.owner(catalogue, "the catalogue \(catalogue.name)")))
      items.append(
        catalogue.items.map { item in
          // In an organisation's own catalogue, two ids can have the same slug.
          let owner = RouteTable.owner(catalogue, "\(item.id) of \(catalogue.name)")
          return claim(Route("frameworks", folder, Slug.make(item.id) + ".html"), owner)
        })
    }
    for pair in CrosswalkPair.all(dossier.frameworks) {
      let ends = [pair.target, pair.source].map { dossier.catalogues[$0] }
      let names = ends.map { Slug.make($0.name) }
      crosswalks[pair] = claim(
        Route("crosswalks", names[0], "through-\(names[1]).html"),
        RouteTable.owner(ends[1], "\(ends[0].name) through \(ends[1].name)"))
    }
    let positions = Dictionary(dossier.kinds.enumerated().map { ($1.name, $0) }) { first, _ in first }
    for (i, entry) in dossier.entries.enumerated() {
      let folder = folders[positions[entry.kind.name] ?? 0]
      let owner = Owner.source(entry.path, entry.idSpan, entry.named)
      entries.append(claim(Route(folder, Slug.make(entry.id) + ".html"), owner))
      if hasCard(i) { cards[i] = claim(Route("model-cards", Slug.make(entry.id) + ".html"), owner) }
    }
    for page in dossier.pages {
      pages.append(claim(RouteTable.route(of: page.path), .source(page.path, .start, page.path.description)))
    }
    for edge in dossier.graph.edges {
      guard case .file(let path)? = edge.target, files[path] == nil else { continue }
      files[path] = claim(RouteTable.route(ofFile: path), .source(path, .start, path.description))
    }
  }

  private static func owner(_ catalogue: Catalogue, _ name: String) -> Owner {
    catalogue.path.map { .source($0, catalogue.nameSpan, name) } ?? .tool
  }

  /// The route of the page of changes since a release: `since/2026.1.html`. A checksum is added if the slug differs from
  /// the name in lower case, or if the slug is `index`.
  private static func route(ofRelease name: String) -> Route {
    let slug = Slug.make(name)
    let isExact = slug.utf8.elementsEqual(name.lowercased().utf8) && slug != "index"
    return Route("since", (isExact ? slug : "\(slug)-\(Digest(of: Array(name.utf8)).short)") + ".html")
  }

  /// The route of a page: `pages/handbook/for-the-auditor.html`.
  private static func route(of path: SourcePath) -> Route {
    let name = path.name
    let stem =
      ["md", "markdown"].contains(path.fileExtension) ? String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)]) : name
    var slug = Slug.make(stem)
    // The index of pages already has the name `index.html`.
    if path.folder.isEmpty, slug == "index" { slug = "index-page" }
    return Route(["pages"] + path.folder.map(Slug.make) + [slug + ".html"])
  }

  /// The route of an attachment: `files/evidence/report.pdf`. Only passive file types keep their extension.
  private static func route(ofFile path: SourcePath) -> Route {
    Route(["files"] + path.folder.map(PassiveName.folder) + [PassiveName.make(path.name)])
  }

  /// Claims the route of a figure: `figures/statement.implemented.html`. A checksum is added if another figure already has this
  /// route.
  private mutating func claim(figure name: String) -> Route {
    let slug = Slug.make(name)
    let route = Route("figures", slug + ".html")
    guard conflict(route) != nil else { return claim(route, .tool) }
    return claim(Route("figures", "\(slug.prefix(60))-\(Digest(of: Array(name.utf8)).short).html"), .tool)
  }

  /// Claims a route and returns it. If another page or file already has the route, the returned route contains a checksum, and a
  /// diagnostic reports the collision. A page of the program takes the route without a checksum.
  private mutating func claim(_ route: Route, _ owner: Owner) -> Route {
    guard let holder = conflict(route) else {
      take(route, owner)
      return route
    }
    guard case .source(let path, let span, let name) = owner else {
      take(route, owner)
      return route
    }
    var others: [Diagnostic.Label] = []
    if case .source(let first, let firstSpan, _) = holder { others = [.init(first, firstSpan, "has this path already")] }
    diagnostics.append(
      Diagnostic(
        .pageCollision, .error, "the page of \(name) would have the path `\(route)`, which another page already has",
        at: .init(path, span), others: others, help: "rename one of the two"))
    var parts = route.parts
    let checksum = Digest(of: Array("\(path) \(name)".utf8)).short
    parts.insert(checksum, at: parts.count - 1)
    let own = Route(parts)
    take(own, owner)
    return own
  }

  private func conflict(_ route: Route) -> Owner? {
    if let owner = owners[route.description] { return owner }
    // A folder and a file cannot have the same path, so the folders above the route are compared too.
    let parts = route.parts
    for count in 1..<max(1, parts.count) {
      if let owner = owners[parts[..<count].joined(separator: "/")] { return owner }
    }
    return owners[route.description + "/"]
  }

  private mutating func take(_ route: Route, _ owner: Owner) {
    owners[route.description] = owner
    var end = route.description.utf8.startIndex
    let path = route.description
    while let slash = path.utf8[end...].firstIndex(of: UInt8(ascii: "/")) {
      let folder = String(path[...slash])
      if owners[folder] == nil { owners[folder] = owner }
      end = path.utf8.index(after: slash)
    }
  }
}
