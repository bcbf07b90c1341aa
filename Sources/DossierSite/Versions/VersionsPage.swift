import DossierComparison
import DossierText

/// The page of the earlier releases, with the changes from each release to this version.
struct VersionsPage: ViewModel {
  let frame: Frame
  let rows: [Row]

  static let view = View<VersionsPage>(.scope("frame", \.frame), .list("rows", \.rows))

  struct Row: ViewModel {
    let name: HTML
    let asOf: String
    let commit: String?
    let files: Int
    let errors: Int
    let warnings: Int
    let summary: String
    static let view = View<Row>(
      .html("name", \.name), .text("as_of", \.asOf), .optional("commit", \.commit), .number("files", \.files),
      .number("errors", \.errors), .number("warnings", \.warnings), .text("summary", \.summary))
  }

  init(_ site: Site, _ route: Route) {
    let linker = Linker(site: site, route: route)
    frame = Frame(linker, title: Titles.earlierReleases, section: nil)
    rows = zip(site.releases, site.routes.releases).map { release, page in
      Row(
        name: HTML.build { out in
          if release.comparison != nil {
            out.link(linker.href(page), "ref") { $0.text(release.name) }
          } else {
            out.text(release.name)
          }
        },
        asOf: release.asOf.description, commit: release.commit.map { String($0.prefix(12)) }, files: release.files,
        errors: release.errors, warnings: release.warnings, summary: release.summary)
    }
  }
}
