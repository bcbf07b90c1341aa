import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let unknownRule = Rule(
    RuleID("unknown-rule"), .references, .error, title: "exceptions and levels refer to existing rules", clauses: ["10.2"],
    explanation: """
      An exception allows some records to break one rule. If `rule` of the exception is not the id of a rule, the \
      exception has no effect. A level in `dossier.yaml` refers to a rule or a family by name. If no rule or family \
      has this name, the level has no effect. Correct the name. Every message shows the id of its rule in brackets. \
      `dossier explain` lists all rules and families.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let rules = Rules.all(in: dossier).map(\.id.name)
      if let path = dossier.configurationEntry?.path {
        let names = rules + Rule.Family.allCases.map(\.rawValue)
        for setting in dossier.configuration.rules?.levels?.settings ?? [] where !names.contains(setting.name) {
          let meant = Suggestion.meant(by: setting.name, among: names, joinedBy: "-")
          reporter.report(
            "`rules` sets a level for `\(setting.name)`, which is neither a rule nor a family", at: path, setting.nameSpan,
            label: meant.map { "did you mean `\($0)`?" } ?? "", help: "list rules and families with `dossier explain`",
            fixes: meant.map { [.init(path, setting.nameSpan, setting.name, to: $0, certainty(setting.name, $0, names))] } ?? [])
        }
      }
      for (_, entry, exception) in dossier.all(Exception.self) {
        guard !rules.contains(exception.rule), let field = entry.field("rule") else { continue }
        let meant = Suggestion.closest(to: exception.rule, among: rules)
        reporter.report(
          "\(entry.named) refers to the rule `\(exception.rule)`, which does not exist", at: entry.path, field.span,
          label: meant.map { "did you mean `\($0)`?" } ?? "", help: "list the rules with `dossier explain`",
          fixes: meant.map {
            [.init(entry.path, field.span, exception.rule, to: $0, certainty(exception.rule, $0, rules))]
          } ?? [])
      }
    },
    bad: example("⟦evidence-expird⟧"),
    good: example("evidence-expired"))

  private static func certainty(_ word: String, _ meant: String, _ names: [String]) -> Diagnostic.Fix.Applicability {
    meant == Suggestion.spelling(of: word, among: names) ? .certain : .suggested
  }

  private static func example(_ rule: String) -> RuleExample {
    RuleExample([
      "exceptions.yaml": """
      kind: exception
      records:
        - id: EXC-001
          title: Sample kept until the new one is drawn
          rule: \(rule)
          records: [EVD-001]
          reason: the next sample is drawn in December
          approved_by: ROL-001
          until: 2026-12-31
      """,
      "evidence/evd-001.md": """
      ---
      kind: evidence
      id: EVD-001
      title: Sample of answers
      controls: [A.6.2.4]
      location: the archive of customer care
      collected: 2024-05-04
      collected_by: ROL-001
      valid_until: 2025-12-31
      ---
      """,
      "roles.yaml": """
      kind: role
      records:
        - id: ROL-001
          title: Head of customer care
          accountable_for: [the support assistant]
      """,
    ])
  }
}
