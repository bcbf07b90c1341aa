import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let deadLink = RuleID("dead-link")
}

extension Rules {
  static let deadLink = Rule(
    .deadLink, .references, .error, title: "every relative link leads to a file", clauses: ["7.5.3"],
    explanation: """
      Whoever follows a link expects to find what the text relies on; an auditor who finds nothing writes that down. \
      Links break when a file is moved or renamed, or was never added. Links that lead to the same file name elsewhere \
      in the workspace are recognised and named. Correct the path, add the file, or remove the link.
      """,
    bad: RuleExample([
      "index.md": "Returns follow [the rules](⟦rule.md⟧).",
      "rules.md": "# Rules for returns",
    ]),
    good: RuleExample([
      "index.md": "Returns follow [the rules](rules.md).",
      "rules.md": "# Rules for returns",
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    var names = FileNames(dossier.textPaths + dossier.attachments.map(\.path))
    for edge in dossier.graph.edges where edge.site.expectation == .link {
      guard case .missingFile(let path) = edge.problem else { continue }
      // With a slash at its end.
      let isFile = dossier.digests[path] != nil
      let match = isFile ? FileNames.Match(path: path, isCertain: true) : names.closest(to: path)
      let meant = match.map { edge.site.path.link(to: $0.path) }
      let applicability: Diagnostic.Fix.Applicability = match?.isCertain == true ? .certain : .suggested
      let place = edge.site.placeOfPath
      reporter.report(
        "\(dossier.name(of: edge.origin)) links to "
          + (isFile ? "the folder `\(path)/`, which is a file" : "`\(path)`, which does not exist"), at: edge.site.path,
        place ?? edge.site.span, label: meant.map { "did you mean `\($0)`?" } ?? "",
        help: "correct the path, or add the file",
        fixes: place.flatMap { place in meant.map { [.init(edge.site.path, place, $0, applicability)] } } ?? [])
    }
  }
}
