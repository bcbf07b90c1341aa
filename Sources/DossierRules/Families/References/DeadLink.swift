import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let deadLink = Rule(
    RuleID("dead-link"), .references, .error, title: "the target file of a relative link exists", clauses: ["7.5.3"],
    explanation: """
      The target of a relative link must be a file in the workspace. Auditors report broken links, because the text \
      depends on the linked file. Often the linked file was moved, renamed or never added. If a file with the same \
      name exists elsewhere in the workspace, the message suggests that file. `check --fix` corrects the link only if \
      the git history shows that the records of the file were moved, or if the name differs only in capitals. Correct \
      the path, add the file, or remove the link.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      var names = FileNames(dossier.textPaths + dossier.attachments.map(\.path))
      let moved = MovedRecords(dossier)
      for edge in dossier.graph.edges where edge.site.expectation == .link {
        guard case .missingFile(let path) = edge.problem else { continue }
        // True if the link ends with a slash, but the path is a file and not a folder.
        let isFile = dossier.digests[path] != nil
        let known = isFile ? path : moved.path(ofFormer: path)
        let match = known.map { FileNames.Match(path: $0, isCertain: true) } ?? names.closest(to: path)
        let meant = match.map { edge.site.path.link(to: $0.path) }
        let applicability: Diagnostic.Fix.Applicability = match?.isCertain == true ? .certain : .suggested
        let place = edge.site.placeOfPath
        reporter.report(
          "\(dossier.name(of: edge.origin)) links to "
            + (isFile ? "`\(path)/`, but `\(path)` is a file, not a folder" : "`\(path)`, which does not exist"),
          at: edge.site.path, place ?? edge.site.span,
          label: meant.map { Suggestion.question($0, insteadOf: edge.site.linkPath ?? "") } ?? "",
          help: isFile ? "remove the `/` at the end of the path" : "correct the path, or add the file",
          fixes: place.flatMap { place in
            meant.map { [.init(edge.site.path, place, edge.site.writtenPath, to: $0, applicability)] }
          } ?? [])
      }
    },
    bad: RuleExample([
      "index.md": "Returns follow [the rules](⟦rule.md⟧).",
      "rules.md": "# Rules for returns",
    ]),
    good: .fixing(["index.md": ("Returns follow [the rules](rule.md).", "Returns follow [the rules](rules.md).")]))
}
