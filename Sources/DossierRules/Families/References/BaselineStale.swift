import DossierText

extension RuleID {
  static let baselineStale = RuleID("baseline-stale")
}

extension Rules {
  /// The diagnostics of this rule are reported when the baseline is applied.
  static let baselineStale = Rule(
    .baselineStale, .references, .note, title: "the baseline lists only problems that still exist", clauses: ["10.1"],
    explanation: """
      The baseline, `dossier-baseline.json`, lists the problems that existed when the workspace was first checked. \
      Only new problems make the check fail. This rule reports an entry of the baseline whose problem is fixed. If the \
      entry stays in the baseline, the problem can come back without a report. First fix new problems, or write \
      exceptions for them. Then run `dossier check --write-baseline`, which writes every problem that exists now to \
      the baseline. Review the problems that this command added.
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
