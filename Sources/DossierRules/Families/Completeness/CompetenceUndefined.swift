import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let competenceUndefined = RuleID("competence-undefined")
}

extension Rules {
  static let competenceUndefined = Rule(
    .competenceUndefined, .completeness, .warning, title: "a role that oversees a system lists the competence it needs",
    clauses: ["7.2", "A.4.6"],
    explanation: """
      A role must list `competences` if it is the reviewer in `oversight` of a system in scope. The quality of \
      oversight depends on the competence of the reviewer. Clause 7.2 requires the organisation to determine the \
      competence that people need. Without this list, the organisation cannot select or train a person for the role. \
      Write in `competences` what this person must be able to read, evaluate or stop.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      var watched: [Int: [String]] = [:]
      for found in facts.dated.systemsInScope {
        for role in dossier.targets(of: found.position, "oversight.reviewer") {
          watched[role, default: []].append(found.entry.id)
        }
      }
      for (position, entry, role) in facts.records(Role.self)
      where role.competences.isEmpty && !entry.cannotRead("competences") {
        guard let systems = watched[position] else { continue }
        reporter.report(
          "\(entry.named) reviews \(systems.listed()), but lists no competences", at: entry.path, entry.idSpan,
          help: "list in `competences` what the person in this role must know or be able to do")
      }
    },
    bad: RuleExample([
      "ais-001.md": ExampleText.system("oversight: {reviewer: ROL-001}"),
      "roles.yaml": """
      kind: role
      records:
        - id: ⟦ROL-001⟧
          title: Head of customer care
          accountable_for: [the support assistant]
      """,
    ]),
    good: .fixing([
      "roles.yaml": (
        "accountable_for: [the support assistant]",
        """
        accountable_for: [the support assistant]
            competences: [knowing when an answer about refunds is wrong]
        """
      )
    ]))
}
