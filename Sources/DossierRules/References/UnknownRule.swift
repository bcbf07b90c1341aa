import DossierRecords
import DossierText

extension RuleID {
  static let unknownRule = RuleID("unknown-rule")
}

extension Rules {
  static let unknownRule = Rule(
    .unknownRule, .references, .error, title: "an exception names a rule that exists", clauses: ["10.2"],
    explanation: """
      An exception is leave to break one rule for some records. When no rule has that id, nobody can tell what was \
      allowed, and the day it ends means nothing. Rule ids stand in brackets after every message; `dossier explain` \
      lists them all.
      """,
    bad: example("⟦orphan-recrod⟧"),
    good: example("orphan-record")
  ) { dossier, _, reporter in
    let names = Rules.all(in: dossier).map(\.id.name)
    for (_, entry, exception) in dossier.all(Exception.self) {
      guard !names.contains(exception.rule), let field = entry.field("rule") else { continue }
      let meant = Suggestion.closest(to: exception.rule, among: names)
      reporter.report(
        "\(entry.named) names the rule `\(exception.rule)`, which does not exist", at: entry.path, field.span,
        label: meant.map { "did you mean `\($0)`?" } ?? "", help: "list the rules with `dossier explain`",
        fixes: meant.map { [.init(entry.path, field.span, $0)] } ?? [])
    }
  }

  private static func example(_ rule: String) -> RuleExample {
    RuleExample([
      "exceptions.yaml": """
      kind: exception
      records:
        - id: EXC-001
          title: Supplier kept for a project that is not decided
          rule: \(rule)
          records: [SUP-001]
          reason: the project is decided in June
          approved_by: ROL-001
          until: 2026-06-30
      """,
      "roles.yaml": """
      kind: role
      records:
        - id: ROL-001
          title: Head of customer care
          accountable_for: [the support assistant]
      """,
      "suppliers/sup-001.md": """
      ---
      kind: supplier
      id: SUP-001
      title: A supplier
      service: hosting
      ---
      """,
    ])
  }
}
