import DossierMarkup
import DossierRecords
import DossierText

extension RuleID {
  static let deadAnchor = RuleID("dead-anchor")
}

extension Rules {
  static let deadAnchor = Rule(
    .deadAnchor, .references, .error, title: "every link to a heading leads to one", clauses: ["7.5.3"],
    explanation: """
      The part of a link after `#` names a heading: its words in lower case, with hyphens for spaces and without \
      punctuation, as git hosts form it. When the heading was renamed, the link still opens the page, at the wrong \
      place, and nobody notices. Correct the part after `#`, or remove it to link to the whole page.
      """,
    bad: RuleExample([
      "index.md": "What we cover: [scope](handbook.md#⟦scop⟧).",
      "handbook.md": "# Scope",
    ]),
    good: RuleExample([
      "index.md": "What we cover: [scope](handbook.md#scope).",
      "handbook.md": "# Scope",
    ])
  ) { dossier, _, reporter in
    for edge in dossier.graph.edges where edge.problem == .missingHeading {
      let fragment = edge.site.fragment ?? ""
      let headings = dossier.headings(of: edge.target)
      // Other hosts form the ids of headings in other ways; ours of the same words is surely meant.
      let ours = Outline.slug(fragment)
      let meant = headings.contains { $0.id == ours } ? ours : Suggestion.closest(to: fragment, among: headings.map(\.id))
      let place = edge.site.placeOfFragment
      reporter.report(
        "\(dossier.name(of: edge.origin)) links to the heading `\(fragment)`, which is not there", at: edge.site.path,
        place ?? edge.site.span, label: meant.map { "did you mean `\($0)`?" } ?? "",
        help: headings.isEmpty
          ? "remove the part after `#`; the page has no headings" : "name a heading of that page, or link to the page alone",
        fixes: place.flatMap { place in meant.map { [.init(edge.site.path, place, $0)] } } ?? [])
    }
  }
}
