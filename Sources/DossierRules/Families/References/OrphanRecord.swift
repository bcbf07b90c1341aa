import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let orphanRecord = RuleID("orphan-record")
}

extension Rules {
  static let orphanRecord = Rule(
    .orphanRecord, .references, .warning, title: "each model, data set, supplier and metric is used by a record",
    clauses: ["A.4.2", "9.1"],
    explanation: """
      At least one other record must refer to each model, data set, supplier and metric. If no record refers to a \
      model, there are two possible reasons. The model is no longer used, or a system uses the model and does not list \
      it. Control A.4.2 covers the documentation of resources. If the model is still used, refer to it in the record \
      of the system. Otherwise, set the status of the model to `retired`. Do the same for a data set, supplier or \
      metric. References from plain pages and exceptions do not count.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for kind in dossier.kinds where kind.traits.mustBeReferenced {
        for position in dossier.positions(of: kind.name) where facts.isCurrent(position) && facts.status(of: position) != .closed
        {
          // A reference from an exception does not count, because an exception does not use the record.
          let isMentioned = dossier.graph.edges(to: .entry(position)).contains { edge in
            guard case .entry(let origin) = edge.origin else { return false }
            return origin != position && dossier.entries[origin].kind.name != Exception.name
          }
          guard !isMentioned else { continue }
          let entry = dossier.entries[position]
          reporter.report(
            "no other record refers to \(entry.named)", at: entry.path, entry.idSpan,
            help: "refer to it in the record that uses it, or set its status to `retired`")
        }
      }
    },
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
    good: .fixing(["concerns/cnc-001.md": ("raised: 2026-05-04", "raised: 2026-05-04\nabout: [SUP-001]")]))
}
