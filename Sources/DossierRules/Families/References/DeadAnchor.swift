import DossierAssessment
import DossierMarkup
import DossierRecords
import DossierText

extension Rules {
  static let deadAnchor = Rule(
    RuleID("dead-anchor"), .references, .error, title: "the target heading of a link exists", clauses: ["7.5.3"],
    explanation: """
      The part of a link after `#` identifies a heading of the target page. This part is the text of the heading in \
      lower case, with hyphens for spaces and without punctuation. Many git hosts use the same form. An id in HTML, such \
      as `<a id="scope">`, and `{#scope}` after a heading are also targets. This rule reports a link if the target page \
      has no such heading or id, for example because the heading was renamed. The link still opens the page, but at the \
      wrong place. Correct the part after `#`, or remove the `#` and this part to link to the whole page.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      var known: [ReferenceGraph.Target?: (ids: [String], index: SuggestionIndex)] = [:]
      for edge in dossier.graph.edges where edge.problem == .missingHeading {
        let fragment = edge.site.fragment ?? ""
        if known[edge.target] == nil {
          let ids = dossier.anchors(of: edge.target)
          known[edge.target] = (ids, SuggestionIndex(ids))
        }
        // Other git hosts make other ids from the same heading. If the target has a heading with the id that dossier makes from
        // `fragment`, the author certainly meant that heading.
        let ours = Outline.slug(fragment)
        let isEmpty = known[edge.target]?.ids.isEmpty ?? true
        let isOurs = known[edge.target]?.ids.contains { $0.utf8.elementsEqual(ours.utf8) } == true
        let meant = isOurs ? ours : known[edge.target]?.index.closest(to: fragment)
        let isRegister = if case .register = edge.target { true } else { false }
        let place = edge.site.placeOfFragment
        let page = edge.site.linkPath.flatMap(edge.site.path.resolving).flatMap { $0 == edge.site.path ? nil : $0 }
        reporter.report(
          "\(dossier.name(of: edge.origin)) links to the \(isRegister ? "record" : "heading") `\(fragment)`, which "
            + (page.map { "\($0) does not contain" } ?? "does not exist"),
          at: edge.site.path,
          place ?? edge.site.span, label: meant.map { Suggestion.question($0, insteadOf: fragment) } ?? "",
          help: isEmpty
            ? "remove the part after `#`, because the page has no headings"
            : isRegister
              ? "use the id of a record in that file, or link to the whole file"
              : "use the id of a heading on that page, or link to the whole page",
          fixes: place.flatMap { place in
            meant.map { [.init(edge.site.path, place, edge.site.writtenFragment, to: $0, isOurs ? .certain : .suggested)] }
          } ?? []
        )
      }
    },
    bad: RuleExample([
      "index.md": "What we cover: [scope](handbook.md#⟦scop⟧).",
      "handbook.md": "# Scope",
    ]),
    good: .fixing(["index.md": ("What we cover: [scope](handbook.md#scop).", "What we cover: [scope](handbook.md#scope).")]))
}
