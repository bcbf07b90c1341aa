import DossierText

extension RuleID {
  static let exceptionExpired = RuleID("exception-expired")
}

extension Rules {
  /// Reported when the exceptions are applied.
  static let exceptionExpired = Rule(
    .exceptionExpired, .currency, .error, title: "an exception that has ended is prolonged or closed", clauses: ["10.2", "8.1"],
    explanation: """
      An exception is leave until a day. After that day nobody answers for it any more, and what it allowed counts \
      again: its messages come back. Mend what it was for, have it approved again until a later day, or give it the \
      status `closed` when nothing is left of it. The day that is judged is the one of `--as-of`.
      """,
    bad: example("⟦2026-05-31⟧", about: "[SUP-001]"),
    good: example("2026-12-31", about: "[]"))

  private static func example(_ until: String, about: String) -> RuleExample {
    RuleExample([
      "concerns.yaml": """
      kind: concern
      records:
        - id: CNC-001
          title: Answers about returns sounded too sure
          raised: 2026-05-04
          about: \(about)
      """,
      "exceptions.yaml": """
      kind: exception
      records:
        - id: EXC-001
          title: Supplier kept for a project that is not decided
          rule: orphan-record
          records: [SUP-001]
          reason: the project is decided in June
          approved_by: ROL-001
          until: \(until)
      """,
      "roles.yaml": """
      kind: role
      records:
        - id: ROL-001
          title: Head of customer care
          accountable_for: [the support assistant]
      """,
      "suppliers.yaml": """
      kind: supplier
      records:
        - id: SUP-001
          title: A supplier
          service: hosting
      """,
    ])
  }
}
