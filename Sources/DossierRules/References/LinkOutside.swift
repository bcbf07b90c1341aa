import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let linkOutside = RuleID("link-outside")
}

extension Rules {
  static let linkOutside = Rule(
    .linkOutside, .references, .error, title: "links and file names stay inside the workspace", clauses: ["7.5.3"],
    explanation: """
      The site holds what stands in the workspace and nothing else, so a path that climbs out of it leads nowhere for \
      everybody but its writer. Nothing outside is read either, whatever a path says: building a folder must not publish \
      the rest of the disk. Copy the file into the workspace, or link to a public address.
      """,
    bad: RuleExample(["handbook/index.md": "Returns follow [the plan](⟦../../plan.md⟧)."]),
    good: RuleExample([
      "handbook/index.md": "Returns follow [the plan](../plan.md).",
      "plan.md": "# Plan for returns",
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    for edge in dossier.graph.edges where edge.problem == .outside {
      reporter.report(
        "\(dossier.name(of: edge.origin)) names `\(edge.site.target)`, which lies outside the workspace", at: edge.site,
        help: "copy what is meant into the workspace, and name it there")
    }
  }
}
