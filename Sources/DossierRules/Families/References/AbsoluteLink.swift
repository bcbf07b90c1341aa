import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let absoluteLink = Rule(
    RuleID("absolute-link"), .references, .warning, title: "links that begin with `/` lead to a file", clauses: ["7.5.3"],
    explanation: """
      A link that begins with `/` starts at the root of the program that shows the text. dossier tries the folder \
      `link_root` of the configuration, then the workspace, then its git repository, as git hosts do. This rule reports \
      a link if none of these folders contains the file. Correct the path, or set `link_root` in `dossier.yaml`. A path \
      relative to the file that contains the link, such as `../risks/rsk-012.md`, works in all programs.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for edge in dossier.graph.edges where edge.problem == .absolute {
        reporter.report(
          "\(dossier.name(of: edge.origin)) links to `\(edge.site.target)`, but neither the workspace nor its repository has this"
            + " file", at: edge.site,
          help: "write a path relative to this file, or set `link_root` to the folder at which these links start")
      }
    },
    bad: RuleExample([
      "handbook/index.md": "What can go wrong is described in [the method](⟦/document/method.md⟧).",
      "documents/method.md": "# Risk method",
    ]),
    good: RuleExample([
      "handbook/index.md": "What can go wrong is described in [the method](../documents/method.md).",
      "documents/method.md": "# Risk method",
    ]))
}
