import DossierAssessment
import DossierMarkup
import DossierRecords
import DossierText

extension Rules {
  static let deadAnchor = Rule(
    RuleID("dead-anchor"), .references, .error, title: "the target heading of a link exists", clauses: ["7.5.3"],
    explanation: """
      The part of a link after `#` identifies a heading. It is the text of the heading in lower case, with hyphens for \
      spaces and without punctuation. Git hosts use the same form. If the heading was renamed, the link still opens the \
      page, but at the wrong place. Readers often do not notice. Correct the part after `#`, or remove it to link to the \
      whole page.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      var known: [ReferenceGraph.Target?: (ids: Set<String>, index: SuggestionIndex)] = [:]
      for edge in dossier.graph.edges where edge.problem == .missingHeading {
        let fragment = edge.site.fragment ?? ""
        if known[edge.target] == nil {
          let ids = dossier.anchors(of: edge.target)
          known[edge.target] = (Set(ids), SuggestionIndex(ids))
        }
        // Other git hosts make other ids from the same heading. If the target has a heading with the id that dossier makes from
        // `fragment`, the author certainly meant that heading.
        let ours = Outline.slug(fragment)
        let isEmpty = known[edge.target]?.ids.isEmpty ?? true
        let isOurs = known[edge.target]?.ids.contains(ours) == true
        let meant = isOurs ? ours : known[edge.target]?.index.closest(to: fragment)
        let isRegister = if case .register = edge.target { true } else { false }
        let place = edge.site.placeOfFragment
        reporter.report(
          "\(dossier.name(of: edge.origin)) links to the \(isRegister ? "record" : "heading") `\(fragment)`, which does not exist",
          at: edge.site.path,
          place ?? edge.site.span, label: meant.map { "did you mean `\($0)`?" } ?? "",
          help: isEmpty
            ? "remove the part after `#`, because the page has no headings"
            : isRegister
              ? "use the id of a record in that file, or link to the whole file"
              : "use the id of a heading on that page, or link to the whole page",
          fixes: place.flatMap { place in meant.map { [.init(edge.site.path, place, $0, isOurs ? .certain : .suggested)] } } ?? []
        )
      }
    },
    bad: RuleExample([
      "index.md": "What we cover: [scope](handbook.md#⟦scop⟧).",
      "handbook.md": "# Scope",
    ]),
    good: .fixing(["index.md": ("What we cover: [scope](handbook.md#scop).", "What we cover: [scope](handbook.md#scope).")]))
}
