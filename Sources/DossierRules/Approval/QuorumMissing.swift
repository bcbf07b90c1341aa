import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let quorumMissing = RuleID("quorum-missing")
}

extension Rules {
  static let quorumMissing = Rule(
    .quorumMissing, .approval, .error, title: "as many roles have approved a record as must", clauses: ["5.3", "7.5.2", "A.3.2"],
    explanation: """
      Under `approvals` in `dossier.yaml` an organisation says how many roles must have approved each record of a \
      kind, which roles count, and whether its owner or assessor does. An approval counts while it holds: the record \
      was not changed after it, its day has not passed, the role is in force and may approve this kind. Each role \
      counts once, and so does each name, and each key under `ssh_keys`: two roles of one person are one pair of \
      eyes. Have the record approved by \
      the roles that are missing.
      """,
    bad: RuleExample([
      "dossier.yaml": """
      organisation: Example Ltd
      approvals:
        - kind: document
          quorum: 2
      """,
      "documents.yaml": """
      kind: document
      records:
        - id: DOC-001
          title: Gate procedure
          type: procedure
          ⟦approvals⟧: [{by: ROL-001, date: 2026-05-14}]
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: RuleExample([
      "dossier.yaml": """
      organisation: Example Ltd
      approvals:
        - kind: document
          quorum: 1
          roles: [ROL-001]
          not: [owner]
      """,
      "documents.yaml": """
      kind: document
      records:
        - id: DOC-001
          title: Gate procedure
          type: procedure
          owner: ROL-002
          approvals: [{by: ROL-001, date: 2026-05-14}]
      """,
      "roles.yaml": ExampleText.roles,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    guard let configuration = dossier.configurationEntry, !configuration.configuration.approvals.isEmpty else { return }
    let standings = facts.approvals
    for demand in configuration.configuration.approvals {
      for role in demand.roles where dossier.entry(role.value)?.kind.name != Role.name {
        let meant = Suggestion.closest(to: role.value, among: dossier.entries(of: Role.name).map(\.id))
        reporter.report(
          "`\(role.value)` may approve every \(demand.kind.value), but there is no such role", at: configuration.path, role.span,
          label: meant.map { "did you mean `\($0)`?" } ?? "", help: "name a role of the register")
      }
      for position in dossier.positions(of: demand.kind.value) {
        let entry = dossier.entries[position]
        guard entry.head != nil, facts.counts(position) else { continue }
        let quorum = Quorum(demand, entry, standings.statuses(of: position), in: dossier)
        guard quorum.count < demand.number else { continue }
        reporter.report(
          "\(entry.named) has \(quorum.count) of the \(demand.number) approvals it must have", at: entry.path,
          entry.key("approvals"), label: quorum.remark, others: [.init(configuration.path, demand.kind.span, "demanded here")],
          help: "have it approved by "
            + (quorum.missing.isEmpty ? "another role with the authority" : quorum.missing.listed(3)))
      }
    }
  }
}
