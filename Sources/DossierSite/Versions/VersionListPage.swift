import DossierText

/// The first page of a published folder: a table of all versions. The page uses the style and script of the newest version.
struct VersionListPage: ViewModel {
  let organisation: String
  let style: Href
  let script: Href
  let feed: Href
  let data: Href
  let latest: Version
  let versions: [Version]

  static let view = View<VersionListPage>(
    .text("organisation", \.organisation), .link("style", \.style), .link("script", \.script), .link("feed", \.feed),
    .link("data", \.data), .scope("latest", \.latest), .list("versions", \.versions))

  struct Version: ViewModel {
    let name: String
    let page: Href
    let asOf: String
    let state: String
    let errors: Int
    let warnings: Int
    let signature: String
    let integrityPage: Href?
    static let view = View<Version>(
      .text("name", \.name), .link("page", \.page), .text("as_of", \.asOf), .text("state", \.state), .number("errors", \.errors),
      .number("warnings", \.warnings), .text("signature", \.signature),
      .scope("integrity", { version in version.integrityPage.map { TextLink(title: version.name, href: $0, note: nil) } }))
  }

  init(_ list: PublishedVersions, _ latest: PublishedVersions.Version) {
    func version(_ version: PublishedVersions.Version) -> Version {
      let state =
        version.name == latest.name
        ? VersionWords.latest : version.successor.map(VersionWords.superseded) ?? VersionWords.noLaterVersion
      return Version(
        name: version.name, page: version.href(RouteTable.home), asOf: version.asOf.description, state: state,
        errors: version.errors, warnings: version.warnings, signature: VersionWords.signature(isSigned: version.isSigned),
        integrityPage: version.hasIntegrityPage ? version.href(RouteTable.integrity) : nil)
    }
    organisation = VersionFeed.characters(of: list.organisation)
    style = latest.href(RouteTable.style)
    script = latest.href(RouteTable.script)
    feed = Href(external: "versions.atom")
    data = Href(external: "versions.json")
    self.latest = version(latest)
    versions = list.versions.map(version)
  }
}

/// A page that redirects to the newest version. The redirect works without scripts, and also if the page is opened from disk.
struct LatestVersionPage: ViewModel {
  let name: String
  let page: Href
  let asOf: String

  static let view = View<LatestVersionPage>(.text("name", \.name), .link("page", \.page), .text("as_of", \.asOf))

  init(_ latest: PublishedVersions.Version) {
    name = latest.name
    page = latest.href(RouteTable.home, from: "../")
    asOf = latest.asOf.description
  }
}

/// An Atom feed (RFC 4287) with one entry for each version.
struct VersionFeed: ViewModel {
  let organisation: String
  let identifier: String
  let updated: String
  let entries: [Entry]

  static let view = View<VersionFeed>(
    .text("organisation", \.organisation), .text("id", \.identifier), .text("updated", \.updated), .list("entries", \.entries))

  struct Entry: ViewModel {
    let name: String
    let identifier: String
    let asOf: String
    let page: Href
    let statement: String
    static let view = View<Entry>(
      .text("name", \.name), .text("id", \.identifier), .text("as_of", \.asOf), .link("page", \.page),
      .text("statement", \.statement))
  }

  init(_ list: PublishedVersions, latest: PublishedVersions.Version) {
    organisation = VersionFeed.characters(of: list.organisation)
    identifier = list.identifier
    updated = (list.versions.map(\.asOf).max() ?? latest.asOf).description
    entries = list.versions.map { version in
      Entry(
        name: version.name, identifier: version.identifier, asOf: version.asOf.description,
        page: version.href(RouteTable.home),
        statement: VersionFeed.characters(of: version.statement))
    }
  }

  /// The text with U+FFFD in place of U+FFFE and U+FFFF, which XML does not allow.
  static func characters(of text: String) -> String {
    text.replacing("\u{FFFE}", with: "\u{FFFD}").replacing("\u{FFFF}", with: "\u{FFFD}")
  }
}

extension PublishedVersions.Version {
  /// The URL of a file in the site of this version. `top` is the relative path from the linking page to the published folder.
  ///
  /// Version names contain only characters that need no escaping in URLs.
  fileprivate func href(_ route: Route, from top: String = "") -> Href { Href(external: "\(top)versions/\(name)/\(route)") }
}
