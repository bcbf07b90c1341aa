import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let unmatchedPattern = Rule(
    RuleID("unmatched-pattern"), .references, .warning, title: "each pattern of `adopt` matches a file", clauses: ["7.5.3"],
    explanation: """
      Each pattern of `adopt` in `dossier.yaml` must match at least one file. `adopt` turns Markdown files without \
      dossier's fields into records. A pattern without a match adopts nothing, so dossier does not check the documents \
      that you intended. Correct the pattern. A pattern is relative to the folder of `dossier.yaml`. In a pattern, `*` \
      matches a part of one name, and `**` matches any number of folders. To adopt files that are not named `.md`, end \
      the pattern with their extension, for example `docs/**/*.mdx`. YAML and JSON files are not adopted.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      guard let configuration = dossier.configurationEntry else { return }
      let files = dossier.digests.keys
      for (i, adoption) in configuration.configuration.adopt.enumerated() {
        let unmatched = adoption.files.items.enumerated().filter { _, pattern in
          !files.contains { Adoption.covers($0, by: pattern) }
        }
        // A preset has patterns for several layouts. It is sufficient that one of them matches.
        let place = configuration.span(of: "adopt[\(i)].files")
        let isPreset = place == adoption.preset?.span
        if isPreset, unmatched.count < adoption.files.items.count { continue }
        for (j, pattern) in unmatched.prefix(isPreset ? 1 : unmatched.count) {
          let hasOthers = files.contains(where: pattern.matches)
          reporter.report(
            isPreset
              ? "no file matches the patterns of this preset"
              : hasOthers ? "this pattern matches only files that are not Markdown" : "this pattern matches no file",
            at: configuration.path, adoption.files.items.count > 1 ? configuration.span(of: "adopt[\(i)].files[\(j)]") : place,
            help: isPreset
              ? "write `files:` with the pattern of your files"
              : hasOthers
                ? "end the pattern with the extension of the files, for example `*.mdx`; YAML and JSON files are not adopted"
                : "correct the pattern; it is relative to the folder of `dossier.yaml`")
        }
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
