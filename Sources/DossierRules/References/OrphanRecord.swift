import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let orphanRecord = RuleID("orphan-record")
}

extension Rules {
  static let orphanRecord = Rule(
    .orphanRecord, .references, .warning, title: "every model, data set, supplier and metric is used by something",
    clauses: ["A.4.2", "9.1"],
    explanation: """
      Models, data sets and suppliers are recorded because a system depends on them, and metrics because something is \
      judged by them. One that no other record mentions is either no longer used, or a system that uses it does not say so, \
      and then its risks are not seen either. Name it where it is used, or give it the status `retired`. Plain pages and \
      exceptions do not count as use.
      """,
    bad: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      ---
      """,
      "suppliers/sup-001.md": """
      ---
      kind: supplier
      id: ⟦SUP-001⟧
      title: Answerworks
      service: the language model behind the support assistant
      ---
      """,
    ]),
    good: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      about: [SUP-001]
      ---
      """,
      "suppliers/sup-001.md": """
      ---
      kind: supplier
      id: SUP-001
      title: Answerworks
      service: the language model behind the support assistant
      ---
      """,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    for kind in dossier.kinds where kind.traits.mustBeReferenced {
      for position in dossier.positions(of: kind.name) where facts.isCurrent(position) && facts.status(of: position) != .closed {
        // Leave not to be used is no use.
        let isMentioned = dossier.graph.edges(to: .entry(position)).contains { edge in
          guard case .entry(let origin) = edge.origin else { return false }
          return origin != position && dossier.entries[origin].kind.name != Exception.name
        }
        guard !isMentioned else { continue }
        let entry = dossier.entries[position]
        reporter.report(
          "no other record mentions \(entry.named)", at: entry.path, entry.idSpan,
          help: "name it in the record that uses it, or give it the status `retired`")
      }
    }
  }
}
