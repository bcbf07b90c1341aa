import DossierText

/// The page of all items that need attention. The page exists only if the home page does not show all these items.
struct AttentionPage: ViewModel {
  let frame: Frame
  let asOf: String
  let issues: Href
  let list: AttentionList

  static let view = View<AttentionPage>(
    .scope("frame", \.frame), .text("as_of", \.asOf), .link("issues", \.issues), .scope("list", \.list))

  init(_ site: Site, _ route: Route) {
    let linker = Linker(site: site, route: route)
    frame = Frame(linker, title: Titles.attention, section: .home)
    asOf = Wording.long(site.asOf)
    issues = linker.href(RouteTable.issues)
    list = AttentionList(linker)
  }
}
