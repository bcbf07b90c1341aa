import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let absoluteLink = RuleID("absolute-link")
}

extension Rules {
  static let absoluteLink = Rule(
    .absoluteLink, .references, .warning, title: "links are relative to the file they stand in", clauses: ["7.5.3"],
    explanation: """
      A link that begins with `/` starts at the root of whatever shows the text: one place on the git host, another on \
      the site, the whole disk when the site is opened from a folder. It is right in one of them at most, so it is not \
      checked. Write the path from this file, such as `../risks/rsk-012.md`, which holds everywhere.
      """,
    bad: RuleExample([
      "handbook/index.md": "What may go wrong stands in [the method](⟦/documents/method.md⟧).",
      "documents/method.md": "# Risk method",
    ]),
    good: RuleExample([
      "handbook/index.md": "What may go wrong stands in [the method](../documents/method.md).",
      "documents/method.md": "# Risk method",
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    let paths = Set(dossier.textPaths + dossier.attachments.map(\.path))
    for edge in dossier.graph.edges where edge.problem == .absolute {
      let relative = edge.site.linkPath.flatMap { path -> String? in
        // From the top of the workspace is the one reading that can be tried.
        let parts = path.utf8.split(separator: UInt8(ascii: "/")).compactMap { String($0) }
        let target = SourcePath(parts: parts)
        return paths.contains(target) ? edge.site.path.link(to: target) : nil
      }
      reporter.report(
        "\(dossier.name(of: edge.origin)) links to `\(edge.site.target)`, a path from the root of a site", at: edge.site,
        label: relative.map { "did you mean `\($0)`?" } ?? "", help: "write the path from this file")
    }
  }
}
