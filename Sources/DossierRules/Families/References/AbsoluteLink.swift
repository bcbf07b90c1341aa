import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let absoluteLink = Rule(
    RuleID("absolute-link"), .references, .warning, title: "links are relative to their own file", clauses: ["7.5.3"],
    explanation: """
      A link must not start with `/`. Such a link starts at the root of the program that shows the text: the git host, \
      the site or the disk. It works in at most one of these programs, so dossier cannot check it. We recommend a path \
      relative to this file, such as `../risks/rsk-012.md`. This path works everywhere.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let paths = Set(dossier.textPaths + dossier.attachments.map(\.path))
      for edge in dossier.graph.edges where edge.problem == .absolute {
        let relative = edge.site.linkPath.flatMap { path -> String? in
          // Suggest a fix only if the path is correct from the root of the workspace. No other interpretation can be checked.
          let parts = path.utf8.split(separator: UInt8(ascii: "/")).compactMap { String($0) }
          let target = SourcePath(parts: parts)
          return paths.contains(target) ? edge.site.path.link(to: target) : nil
        }
        reporter.report(
          "\(dossier.name(of: edge.origin)) links to `\(edge.site.target)`, a path from the root of a site", at: edge.site,
          label: relative.map { "did you mean `\($0)`?" } ?? "", help: "write a path relative to this file")
      }
    },
    bad: RuleExample([
      "handbook/index.md": "What can go wrong is described in [the method](⟦/documents/method.md⟧).",
      "documents/method.md": "# Risk method",
    ]),
    good: RuleExample([
      "handbook/index.md": "What can go wrong is described in [the method](../documents/method.md).",
      "documents/method.md": "# Risk method",
    ]))
}
