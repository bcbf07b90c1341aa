import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let withdrawnItem = Rule(
    RuleID("withdrawn-item"), .references, .warning, title: "no reference leads to a withdrawn item",
    clauses: ["7.5.3"],
    explanation: """
      A reference must not lead to an item that its framework has withdrawn. Frameworks keep the numbers of withdrawn \
      items, so that nobody uses these numbers again. A withdrawn item requires nothing, so a record that refers only \
      to this item covers nothing. If another item replaced the withdrawn item, refer to the other item. Otherwise, \
      remove the reference.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for edge in dossier.graph.edges {
        guard case .item(let catalogue, let position)? = edge.target else { continue }
        let item = dossier.catalogues[catalogue].items[position]
        guard let went = item.withdrawn else { continue }
        reporter.report(
          "\(dossier.name(of: edge.origin)) refers to \(item.id), which \(dossier.catalogues[catalogue].name) has withdrawn"
            + (went == "withdrawn" ? "" : " (\(went))"), at: edge.site,
          help: "refer to the item that replaced it, or remove the reference")
      }
    },
    bad: example("⟦house-rules:H.1⟧"),
    good: example("house-rules:H.2"))

  private static func example(_ reference: String) -> RuleExample {
    RuleExample([
      "catalogues/house-rules.yaml": """
      kind: catalogue
      name: house-rules
      title: House rules for AI
      publisher: Example Ltd
      edition: "2026"
      items:
        - {id: H.1, kind: control, title: Somebody is asked, withdrawn: incorporated into H.2}
        - {id: H.2, kind: control, title: A person can stop every system}
      """, "index.md": "Who can stop a system, as [[\(reference)]] requires.",
    ])
  }
}
