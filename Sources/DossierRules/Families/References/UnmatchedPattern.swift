import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let unmatchedPattern = Rule(
    RuleID("unmatched-pattern"), .references, .warning, title: "each pattern of `adopt` matches a file", clauses: ["7.5.3"],
    explanation: """
      Each pattern of `adopt` in `dossier.yaml` must match at least one Markdown file. `adopt` turns Markdown files \
      without dossier's fields into records. A pattern without a match adopts nothing, so dossier does not check the \
      documents that you intended. Correct the pattern. A pattern is relative to the folder of `dossier.yaml`. In a \
      pattern, `*` matches a part of one name, and `**` matches any number of folders.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      guard let configuration = dossier.configurationEntry else { return }
      for (i, adoption) in configuration.configuration.adopt.enumerated()
      where !dossier.digests.keys.contains(where: adoption.covers) {
        reporter.report(
          "this pattern matches no Markdown file", at: configuration.path, configuration.span(of: "adopt[\(i)].files"),
          help: "correct the pattern; it is relative to the folder of `dossier.yaml`")
      }
    },
    bad: example("⟦handbok/**/*.md⟧"),
    good: example("handbook/**/*.md"))

  private static func example(_ pattern: String) -> RuleExample {
    RuleExample([
      "dossier.yaml": """
      organisation: Example Ltd
      adopt:
        - files: \(pattern)
          kind: document
      """,
      "handbook/backups.md": """
      # Backups

      Every night.
      """,
    ])
  }
}
