import DossierText

extension RuleID {
  static let exceptionUnused = RuleID("exception-unused")
}

extension Rules {
  /// The diagnostics of this rule are reported when the exceptions are applied.
  static let exceptionUnused = Rule(
    .exceptionUnused, .references, .warning, title: "each exception suppresses at least one message", clauses: ["10.2", "8.1"],
    explanation: """
      An exception must suppress at least one message. If it suppresses nothing, the problem was fixed, or the exception \
      has the wrong rule or the wrong record. Such an exception can hide a later problem that nobody wanted to allow. \
      Close it, or correct it. An exception applies to messages about the records that it lists. Messages about the whole \
      management system belong to `dossier.yaml`, so set their level there.
      """,
    bad: example("⟦orphan-record⟧", about: "[SUP-001]"),
    good: example("orphan-record", about: "[]"))

  private static func example(_ rule: String, about: String) -> RuleExample {
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
          rule: \(rule)
          records: [SUP-001]
          reason: the project is decided in December
          approved_by: ROL-001
          until: 2026-12-31
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
