import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let linkOutside = Rule(
    RuleID("link-outside"), .references, .error, title: "links and file names stay inside the workspace", clauses: ["7.5.3"],
    explanation: """
      The path in a link or a field must not lead outside the workspace. The site contains only files of the \
      workspace, so other readers could not open the file. dossier reads no file outside the workspace, so that the \
      build cannot publish other files of the computer. Copy the file into the workspace and correct the path, or link \
      to a public address.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for edge in dossier.graph.edges where edge.problem == .outside {
        reporter.report(
          "\(dossier.name(of: edge.origin)) refers to `\(edge.site.target)`, which is outside the workspace", at: edge.site,
          help: "copy the file into the workspace, and correct the path")
      }
    },
    bad: RuleExample(["handbook/index.md": "Returns follow [the plan](⟦../../plan.md⟧)."]),
    good: RuleExample([
      "handbook/index.md": "Returns follow [the plan](../plan.md).",
      "plan.md": "# Plan for returns",
    ]))
}
