import DossierText

extension RuleID {
  static let baselineStale = RuleID("baseline-stale")
}

extension Rules {
  /// The diagnostics of this rule are reported when the baseline is applied.
  static let baselineStale = Rule(
    .baselineStale, .references, .note, title: "the baseline lists only problems that still exist", clauses: ["10.1"],
    explanation: """
      The baseline, `dossier-baseline.json`, lists the problems that existed when the workspace was first checked. Only \
      new problems make the check fail. A problem that is fixed must be removed from the baseline. Otherwise it can come \
      back and is not reported. First fix new problems, or write exceptions for them. Then run `dossier check \
      --write-baseline`, which writes a new baseline from the current state. It includes every problem that exists now, so \
      review what was added.
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
