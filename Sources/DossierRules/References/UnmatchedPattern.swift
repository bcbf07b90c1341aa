import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let unmatchedPattern = RuleID("unmatched-pattern")
}

extension Rules {
  static let unmatchedPattern = Rule(
    .unmatchedPattern, .references, .warning, title: "every pattern of `adopt` covers a file", clauses: ["7.5.3"],
    explanation: """
      `adopt` in `dossier.yaml` makes records of Markdown files that do not know this program. A pattern that covers no \
      file adopts nothing, and the documents that were meant are not judged at all. Patterns begin at the folder of \
      `dossier.yaml`; `*` stands for a part of one name, `**` for any number of folders.
      """,
    bad: example("⟦handbok/**/*.md⟧"),
    good: example("handbook/**/*.md")
  ) { facts, reporter in
    let dossier = facts.dossier
    guard let configuration = dossier.configurationEntry else { return }
    for (i, adoption) in configuration.configuration.adopt.enumerated()
    where !dossier.digests.keys.contains(where: adoption.covers) {
      reporter.report(
        "no Markdown file is covered by this adoption", at: configuration.path, configuration.span(of: "adopt[\(i)].files"),
        help: "correct the pattern; it begins at the folder of `dossier.yaml`")
    }
  }

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
