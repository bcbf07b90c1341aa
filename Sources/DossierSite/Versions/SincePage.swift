import DossierComparison
import DossierRecords
import DossierText

/// The page of changes since an earlier release, for readers who know that release.
struct SincePage: ViewModel {
  let frame: Frame
  let name: String
  let lead: String
  let summary: String
  let remarks: [String]
  let reading: [Reading]
  let parts: [TextLink]
  let sections: [Section]

  static let view = View<SincePage>(
    .scope("frame", \.frame), .text("name", \.name), .text("lead", \.lead), .text("summary", \.summary),
    .texts("remarks", \.remarks), .list("reading", \.reading), .flag("has_reading", { !$0.reading.isEmpty }),
    .list("parts", \.parts), .flag("has_parts", { !$0.parts.isEmpty }), .list("sections", \.sections))

  /// The changed records of one kind, or the changed pages.
  struct Reading: ViewModel {
    let title: String
    let links: [ReadingLink]
    static let view = View<Reading>(.text("title", \.title), .list("links", \.links))
  }

  /// A record or page to read again.
  struct ReadingLink: ViewModel {
    let value: HTML
    /// "new", or "was RSK-003" if the record had another id in the release. Nil if the record or page was only changed.
    let note: String?
    static let view = View<ReadingLink>(.html("value", \.value), .optional("note", \.note))
  }

  struct Section: ViewModel {
    let id: String
    let title: String
    let entries: [Entry]
    let rest: String?
    static let view = View<Section>(
      .text("id", \.id), .text("title", \.title), .list("entries", \.entries), .optional("rest", \.rest))
  }

  struct Entry: ViewModel {
    let head: HTML
    let lines: [Line]
    static let view = View<Entry>(
      .html("head", \.head), .list("lines", \.lines), .flag("has_lines", { !$0.lines.isEmpty }))
  }

  struct Line: ViewModel {
    let html: HTML
    static let view = View<Line>(.html("html", \.html))
  }

  /// The maximum number of entries in one section.
  private static let most = 2000

  init(_ site: Site, _ route: Route, _ release: EarlierRelease, _ comparison: Comparison) {
    let linker = Linker(site: site, route: route)
    let report = ComparisonReport(comparison: comparison)
    frame = Frame(
      linker, title: VersionWords.since(release.name), section: nil, crumbs: [(Titles.earlierReleases, RouteTable.versions)])
    name = release.name
    lead = VersionWords.lead(release.name, of: release.asOf, asOf: comparison.asOf)
    summary = release.summary
    remarks = comparison.remarks
    reading = SincePage.reading(linker, comparison)
    let wording = ChangeHTML(linker: linker, withheld: site.edition.showsLicensedText ? [] : comparison.withheld)
    sections = report.sections.map { section in
      let shown = section.entries.prefix(SincePage.most)
      return Section(
        id: Slug.make(String(section.title.prefix { $0 != ":" })), title: section.title,
        entries: shown.map { entry in
          Entry(head: wording.head(entry), lines: entry.lines.map { Line(html: wording.line($0)) })
        },
        rest: section.entries.count > shown.count
          ? VersionWords.others(since: release.name) : nil)
    }
    parts = sections.map {
      TextLink(title: String($0.title.prefix { $0 != ":" }), href: Href(fragment: $0.id), note: "\($0.entries.count)")
    }
  }

  private static func reading(_ linker: Linker, _ comparison: Comparison) -> [Reading] {
    let dossier = linker.site.dossier
    var byKind: [String: [ReadingLink]] = [:]
    for change in comparison.toRead {
      guard let position = dossier.position(of: change.id) else { continue }
      byKind[dossier.entries[position].kind.name, default: []].append(
        ReadingLink(
          value: linker.entry(position),
          note: change.presence == .kept ? nil : change.formerID.map(VersionWords.former) ?? VersionWords.new))
    }
    let read = dossier.kinds.compactMap { kind in byKind[kind.name].map { Reading(title: kind.plural, links: $0) } }
    let pages = comparison.pages.filter { $0.presence == .added || !$0.fields.isEmpty }.compactMap { change -> ReadingLink? in
      guard let position = dossier.pages.firstIndex(where: { $0.path == change.newPath }) else { return nil }
      let href = linker.href(linker.site.routes.pages[position])
      return ReadingLink(
        value: HTML.build { $0.link(href, "ref") { $0.text(change.title) } },
        note: change.presence == .kept ? nil : VersionWords.new)
    }
    return pages.isEmpty ? read : read + [Reading(title: Titles.pages, links: pages)]
  }
}
