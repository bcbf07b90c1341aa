import DossierText

extension RuleID {
  static let exceptionExpired = RuleID("exception-expired")
}

extension Rules {
  /// The diagnostics of this rule are reported when the exceptions are applied.
  static let exceptionExpired = Rule(
    .exceptionExpired, .currency, .error, title: "an exception that has expired is extended or closed", clauses: ["10.2", "8.1"],
    explanation: """
      An exception is a permission that ends on the day in `until`. After that day it has no effect, and the issues that \
      it covered are reported again. Fix the issues, have the exception approved again with a later day, or give it the \
      status `closed` if no issue remains. Set the as-of date with `--as-of`.
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
