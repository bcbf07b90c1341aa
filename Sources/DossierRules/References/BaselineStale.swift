import DossierText

extension RuleID {
  static let baselineStale = RuleID("baseline-stale")
}

extension Rules {
  /// Reported when the baseline is applied.
  static let baselineStale = Rule(
    .baselineStale, .references, .note, title: "the baseline holds only problems that are there", clauses: ["10.1"],
    explanation: """
      The baseline, `dossier-baseline.json`, holds the problems that were there when a workspace began to be checked, so \
      that only new ones fail. Each one that is mended should leave it: otherwise the same mistake can come back and nobody \
      is told. Mend or except what is new first; then `dossier check --write-baseline` writes the file as things are now. \
      Whatever is wrong on that day is in it, so look at what was added.
      """,
    bad: example(
      """
      {
        "dossier-baseline": 1,
        "problems": [
          {"path": "index.md", "rule": "⟦dead-link⟧", "fingerprint": "0123456789abcdef", "count": 1}
        ]
      }
      """),
    good: example(
      """
      {
        "dossier-baseline": 1,
        "problems": []
      }
      """))

  private static func example(_ baseline: String) -> RuleExample {
    RuleExample(["dossier-baseline.json": baseline, "index.md": "# What we do"])
  }
}
