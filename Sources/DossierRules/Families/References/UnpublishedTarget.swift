import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let unpublishedTarget = Rule(
    RuleID("unpublished-target"), .references, .note, title: "linked files are in the site", clauses: ["7.5.3"],
    explanation: """
      The target of a link exists, but the site does not contain it. dossier does not read files and folders whose names \
      begin with a dot, such as `.github`, because they often contain settings of programs. It follows no symbolic link \
      out of the workspace. The page shows the words of the link without a link. If readers of the site need the file, \
      move it to another folder. An image in such a folder is published.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for edge in dossier.graph.edges where edge.site.expectation == .link {
        guard case .unpublished(let path, let entry) = edge.problem else { continue }
        let (reason, help) =
          switch entry {
          case .submodule:
            (
              "which is in a submodule that is not checked out, so the link was not checked",
              "check out the submodule with `git submodule update --init`"
            )
          case .outside:
            (
              "which leads through a symbolic link out of the workspace",
              "replace the symbolic link with a copy of its target if readers of the site need the file"
            )
          case .alias, .picture, .unread:
            (
              "which exists but is not in the site",
              path.parts.contains { $0.utf8.first == UInt8(ascii: ".") }
                ? "move it to a folder whose name does not begin with a dot if readers of the site need it"
                : "link to a file that dossier reads if readers of the site need it"
            )
          }
        reporter.report(
          "\(dossier.name(of: edge.origin)) links to `\(path)`, \(reason)", at: edge.site.path,
          edge.site.placeOfPath ?? edge.site.span, help: help)
      }
    },
    bad: RuleExample(
      ["index.md": "Requests follow [our guide](⟦.github/guide.md⟧).", ".github/guide.md": "# Guide"], isRunnable: false),
    good: RuleExample(["index.md": "Requests follow [our guide](guide.md).", "guide.md": "# Guide"]))
}
