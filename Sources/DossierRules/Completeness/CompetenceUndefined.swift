import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let competenceUndefined = RuleID("competence-undefined")
}

extension Rules {
  static let competenceUndefined = Rule(
    .competenceUndefined, .completeness, .warning, title: "a role that watches over a system says what its holder must know",
    clauses: ["7.2", "A.4.6"],
    explanation: """
      Oversight is only as good as the person who does it. For a role that reviews the results of a system the competence it \
      needs has to be determined before anybody can be trained or found fit for it. Write it in `competences` of the role: \
      what its holder must be able to read, judge or stop.
      """,
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
    good: RuleExample([
      "ais-001.md": ExampleText.system("oversight: {reviewer: ROL-001}"),
      "roles.yaml": """
      kind: role
      records:
        - id: ROL-001
          title: Head of customer care
          accountable_for: [the support assistant]
          competences: [knowing when an answer about refunds is wrong]
      """,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    var watched: [Int: [String]] = [:]
    for found in facts.dated.systemsInScope {
      for role in dossier.targets(of: found.position, "oversight.reviewer") {
        watched[role, default: []].append(found.entry.id)
      }
    }
    for (position, entry, role) in facts.records(Role.self) where role.competences.isEmpty {
      guard let systems = watched[position] else { continue }
      reporter.report(
        "\(entry.named) reviews \(systems.listed()), and nothing says what its holder must know", at: entry.path, entry.idSpan,
        help: "write in `competences` what its holder must know or be able to do")
    }
  }
}
