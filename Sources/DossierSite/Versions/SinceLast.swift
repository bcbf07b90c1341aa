import DossierAssessment
import DossierText

/// The section of the home page about the last release.
struct SinceLast: ViewModel {
  let title: String
  let summary: String
  let links: [TextLink]

  static let view = View<SinceLast>(.text("title", \.title), .text("summary", \.summary), .list("links", \.links))

  /// Returns nil if the releases were not read. Also returns nil if no release has an as-of date on or before the as-of date of
  /// the site.
  init?(_ linker: Linker) {
    let site = linker.site
    // Skip releases that are dated after the as-of date of this site: they did not exist on that date.
    let releases = zip(site.releases, site.routes.releases)
    guard let (release, route) = releases.first(where: { site.facts.asOf.includes($0.0.asOf) }) else { return nil }
    title = VersionWords.sinceRelease(release.name)
    summary = VersionWords.sentences(release.summary, evaluated: release.asOf)
    let read = release.comparison.map { _ in TextLink(title: VersionWords.changesToRead, href: linker.href(route), note: nil) }
    links =
      [read].compactMap(\.self) + [
        TextLink(title: Titles.allReleases, href: linker.href(RouteTable.versions), note: nil)
      ]
  }
}
