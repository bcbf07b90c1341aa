import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let approvalLapsed = RuleID("approval-lapsed")
}

extension Rules {
  static let approvalLapsed = Rule(
    .approvalLapsed, .approval, .warning, title: "an approved record has an effective approval", clauses: ["7.5.2", "5.3"],
    explanation: """
      This rule reports an effective record if its approvals have ended. An approval ends after the day in `until`. It \
      also ends if the role that approved is not effective, for example because the role was retired or is a draft. \
      Have the record approved again by an effective role. If another role took over, that role must approve the \
      record. An approval of a single event, such as a gate, a review, an assessment or a decision, remains valid \
      after the role ends.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let asOf = facts.asOf
      let standings = facts.approvals
      for (position, entry) in dossier.entries.enumerated() where facts.counts(position) {
        let states = standings.statuses(of: position)
        guard !states.contains(where: \.isValid), standings.staleRecord(position) == nil else { continue }
        // `hasEnded` is false if the role was retired on or before the date of the approval. `approver-retired` reports this
        // approval.
        let ended = entry.head?.approvals.enumerated().last { standings.hasEnded(position, $0.offset, of: $0.element) }?.offset
        guard let ended, let approval = entry.head?.approvals[ended] else { continue }
        let isByDate = if case .lapsed(.until) = states[ended] { true } else { false }
        reporter.report(
          "no approval of \(entry.named) is effective on \(asOf); about the last approval: \(states[ended].reason)", in: entry,
          "approvals[\(ended)].\(isByDate ? "until" : "by")",
          help: "have it approved again: `dossier approve \(entry.id) --by \(isByDate ? approval.by.id : "ROLE")`")
      }
    },
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
    good: .fixing(["documents.yaml": ("date: 2025-05-14, until: 2026-05-14", "date: 2026-05-14, until: 2027-05-14")]))
}
