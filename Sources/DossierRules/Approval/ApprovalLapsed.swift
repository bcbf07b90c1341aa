import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let approvalLapsed = RuleID("approval-lapsed")
}

extension Rules {
  static let approvalLapsed = Rule(
    .approvalLapsed, .approval, .warning, title: "an approval that is relied on still holds", clauses: ["7.5.2", "5.3"],
    explanation: """
      An approval with `until` ends on that day, and one by a role that has gone out of use is nobody's any more. A \
      record in force of which every approval has ended so is approved by nobody now. Have it approved again, by the \
      role that has taken over where there is one. Of what happened once (a gate, a review, an assessment, a \
      decision) an approval by a role that has ended since stays what it was.
      """,
    bad: RuleExample([
      "documents.yaml": """
      kind: document
      records:
        - id: DOC-001
          title: Gate procedure
          type: procedure
          approvals: [{by: ROL-001, date: 2025-05-14, until: ⟦2026-05-14⟧}]
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: RuleExample([
      "documents.yaml": """
      kind: document
      records:
        - id: DOC-001
          title: Gate procedure
          type: procedure
          approvals: [{by: ROL-001, date: 2026-05-14, until: 2027-05-14}]
      """,
      "roles.yaml": ExampleText.roles,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    let asOf = facts.asOf
    let standings = facts.approvals
    for (position, entry) in dossier.entries.enumerated() where facts.counts(position) {
      let states = standings.statuses(of: position)
      guard !states.contains(where: \.isValid), standings.staleRecord(position) == nil else { continue }
      let ended = states.indices.last { i in
        switch states[i] {
        case .lapsed(.until): true
        // Of one that was retired before it signed, another rule speaks.
        case .lapsed(.roleOutOfUse(_, let day?)): entry.head?.approvals[i].date ?? asOf.date < day
        default: false
        }
      }
      guard let ended, let approval = entry.head?.approvals[ended] else { continue }
      let isByDate = if case .lapsed(.until) = states[ended] { true } else { false }
      reporter.report(
        "no approval of \(entry.named) holds on \(asOf): \(states[ended].reason)", in: entry,
        "approvals[\(ended)].\(isByDate ? "until" : "by")",
        help: "have it approved again: `dossier approve \(entry.id) --by \(isByDate ? approval.by.id : "ROLE")`")
    }
  }
}
