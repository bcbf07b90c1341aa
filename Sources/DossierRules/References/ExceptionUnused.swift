import DossierText

extension RuleID {
  static let exceptionUnused = RuleID("exception-unused")
}

extension Rules {
  /// Reported when the exceptions are applied.
  static let exceptionUnused = Rule(
    .exceptionUnused, .references, .warning, title: "an exception silences something", clauses: ["10.2", "8.1"],
    explanation: """
      An exception that silences nothing was either written for something that is mended by now, or names the wrong rule \
      or the wrong record; in both cases it stands ready to hide what nobody meant to allow. Close it, or correct it. \
      An exception holds for messages inside the records it names: one about the management system as a whole stands in \
      `dossier.yaml`, and its level is set there.
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
