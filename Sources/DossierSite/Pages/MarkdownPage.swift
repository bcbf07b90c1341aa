import DossierMarkup
import DossierRecords
import DossierText

/// The page of a Markdown file that is not a record.
struct MarkdownPage: ViewModel {
  let frame: Frame
  let title: String
  /// The id of the title, if the title is a heading of the text.
  let anchor: String?
  let contents: [ContentsEntry]
  let text: HTML?
  let findings: [DiagnosticView]
  let findingsTitle: String
  let suppressed: SuppressedGroup?
  let refersTo: [MentionGroup]
  let mentions: [MentionGroup]
  let source: String
  let digest: String

  static let view = View<MarkdownPage>(
    .scope("frame", \.frame), .text("title", \.title), .optional("anchor", \.anchor), .list("contents", \.contents),
    .flag("has_contents", { !$0.contents.isEmpty }), .scope("text", { $0.text.map(DiagnosticView.Wrapped.init) }),
    .list("findings", \.findings), .flag("has_findings", { !$0.findings.isEmpty }), .text("findings_title", \.findingsTitle),
    .scope("suppressed", \.suppressed),
    .list("refers_to", \.refersTo), .flag("has_refers_to", { !$0.refersTo.isEmpty }),
    .list("mentions", \.mentions), .flag("has_mentions", { !$0.mentions.isEmpty }), .text("source", \.source),
    .text("digest", \.digest))

  init(_ site: Site, _ route: Route, page position: Int) {
    let linker = Linker(site: site, route: route)
    let page = site.dossier.pages[position]
    frame = Frame(linker, title: page.title, section: .pages, crumbs: [(Titles.pages, RouteTable.pageIndex)])
    title = page.title
    anchor = page.outline.id(ofHeading: page.titleNode)
    // The title of the page is its first heading. If the text has another heading of level 1, all headings move down one level.
    let hasMore = page.outline.headings.contains { $0.level == 1 && $0.node != page.titleNode }
    let isEmpty =
      page.text.nodes.count <= 1 + (page.titleNode.map { Int(page.text.nodes[$0].end) - $0 } ?? 0) && page.outline.anchors.isEmpty
    text =
      isEmpty
      ? nil
      : MarkupHTML.render(
        page.text, links: linker.markup(from: .page(position)),
        style: MarkupStyle(headingShift: hasMore ? 1 : 0, page.outline, omitted: page.titleNode))
    var lines = SourceLines(site)
    findings = (site.findings.ofPage[position] ?? []).map { DiagnosticView(linker, $0, lines: &lines, showsSubject: false) }
    findingsTitle = SiteWords.issues
    suppressed = SuppressedGroup(linker, of: .page(position), lines: &lines)
    refersTo = MentionGroup.outgoing(linker, from: .page(position))
    mentions = MentionGroup.incoming(linker, to: .page(position))
    source = page.path.description
    digest = page.source.digest.description
    let headings = ContentsEntry.headings(page.outline, omitted: page.titleNode, below: 0)
    // A text with fewer than 3 headings needs no table of contents.
    contents =
      headings.count < 3
      ? []
      : headings
        + ContentsEntry.sections([
          (PageAnchor.diagnostics, findings.isEmpty ? nil : findingsTitle), (PageAnchor.suppressed, suppressed?.title),
          (PageAnchor.references, refersTo.isEmpty ? nil : Titles.refersTo),
          (PageAnchor.mentions, mentions.isEmpty ? nil : Titles.referredToBy),
        ])
  }
}

/// The index of all pages that are not records, by folder.
struct PageIndexPage: ViewModel {
  let frame: Frame
  let folders: [PageFolder]

  static let view = View<PageIndexPage>(
    .scope("frame", \.frame), .list("folders", \.folders), .flag("has_pages", { !$0.folders.isEmpty }))

  init(_ site: Site, _ route: Route) {
    let linker = Linker(site: site, route: route)
    frame = Frame(linker, title: Titles.pages, section: .pages)
    folders = PageFolder.all(linker)
  }
}

/// The pages of one folder.
struct PageFolder: ViewModel {
  let name: String
  let pages: [TextLink]

  static let view = View<PageFolder>(.text("name", \.name), .list("pages", \.pages))

  /// The folders in the order of their paths.
  static func all(_ linker: Linker) -> [PageFolder] {
    var folders: [PageFolder] = []
    var links: [TextLink] = []
    var name: String?
    for (i, page) in linker.site.dossier.pages.enumerated() {
      let folder = page.path.folder.isEmpty ? Titles.topFolder : page.path.folder.joined(separator: "/")
      if let name, name != folder {
        folders.append(PageFolder(name: name, pages: links))
        links = []
      }
      name = folder
      links.append(TextLink(title: page.title, href: linker.href(linker.site.routes.pages[i]), note: page.path.name))
    }
    if let name { folders.append(PageFolder(name: name, pages: links)) }
    return merged(folders)
  }

  /// Merges groups of the same folder. A folder can have two groups, because in the order of paths a subfolder can come between
  /// two files of its parent folder.
  private static func merged(_ folders: [PageFolder]) -> [PageFolder] {
    var order: [String] = []
    var pages: [String: [TextLink]] = [:]
    for folder in folders {
      if pages[folder.name] == nil { order.append(folder.name) }
      pages[folder.name, default: []] += folder.pages
    }
    return order.map { PageFolder(name: $0, pages: pages[$0] ?? []) }
  }
}
