import DossierAssessment
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
  ) { facts, reporter in
    let dossier = facts.dossier
    var known: [ReferenceGraph.Target?: (ids: Set<String>, index: SuggestionIndex)] = [:]
    for edge in dossier.graph.edges where edge.problem == .missingHeading {
      let fragment = edge.site.fragment ?? ""
      if known[edge.target] == nil {
        let ids = dossier.anchors(of: edge.target)
        known[edge.target] = (Set(ids), SuggestionIndex(ids))
      }
      // Other hosts form the ids of headings in other ways; ours of the same words is surely meant.
      let ours = Outline.slug(fragment)
      let isEmpty = known[edge.target]?.ids.isEmpty ?? true
      let isOurs = known[edge.target]?.ids.contains(ours) == true
      let meant = isOurs ? ours : known[edge.target]?.index.closest(to: fragment)
      let isRegister = if case .register = edge.target { true } else { false }
      let place = edge.site.placeOfFragment
      reporter.report(
        "\(dossier.name(of: edge.origin)) links to the \(isRegister ? "record" : "heading") `\(fragment)`, which is not there",
        at: edge.site.path,
        place ?? edge.site.span, label: meant.map { "did you mean `\($0)`?" } ?? "",
        help: isEmpty
          ? "remove the part after `#`; the page has no headings"
          : isRegister
            ? "name a record of that file, or link to the file alone" : "name a heading of that page, or link to the page alone",
        fixes: place.flatMap { place in meant.map { [.init(edge.site.path, place, $0, isOurs ? .certain : .suggested)] } } ?? [])
    }
  }
}
