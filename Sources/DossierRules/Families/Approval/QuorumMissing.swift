import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let quorumMissing = RuleID("quorum-missing")
}

extension Rules {
  static let quorumMissing = Rule(
    .quorumMissing, .approval, .error, title: "a record has the required number of approvals",
    clauses: ["5.3", "7.5.2", "A.3.2"],
    explanation: """
      Under `approvals` in `dossier.yaml`, an organisation sets how many roles must approve each record of a kind. It \
      also sets which roles count and whether the owner or assessor counts. An approval counts if the record was not \
      changed after the approval and the approval has not ended. The role must also be effective and have the authority \
      to approve this kind. Each role counts once. Approvals with the same `name`, or by roles that share a key under \
      `ssh_keys`, count once, because they come from one person. Have the record approved by the missing roles.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      guard let configuration = dossier.configurationEntry, !configuration.configuration.approvals.isEmpty else { return }
      let standings = facts.approvals
      for demand in configuration.configuration.approvals {
        for role in demand.roles where dossier.entry(role.value)?.kind.name != Role.name {
          let meant = Suggestion.closest(to: role.value, among: dossier.entries(of: Role.name).map(\.id))
          reporter.report(
            "`\(role.value)` is listed to approve each \(demand.kind.value), but there is no such role", at: configuration.path,
            role.span,
            label: meant.map { "did you mean `\($0)`?" } ?? "", help: "write the id of an existing role")
        }
        for position in dossier.positions(of: demand.kind.value) {
          let entry = dossier.entries[position]
          guard entry.head != nil, facts.counts(position) else { continue }
          let quorum = Quorum(demand, entry, standings.statuses(of: position), in: dossier)
          guard quorum.count < demand.number else { continue }
          reporter.report(
            "\(entry.named) has \(quorum.count) of the \(demand.number) required approvals", at: entry.path,
            entry.key("approvals"), label: quorum.remark, others: [.init(configuration.path, demand.kind.span, "required here")],
            help: "have it approved by "
              + (quorum.missing.isEmpty ? "another role with the authority" : quorum.missing.listed(3)))
        }
      }
    },
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
    good: .fixing([
      "dossier.yaml": ("quorum: 2", "quorum: 1\n    roles: [ROL-001]\n    not: [owner]"),
      "documents.yaml": ("type: procedure", "type: procedure\n    owner: ROL-002"),
    ]))
}
