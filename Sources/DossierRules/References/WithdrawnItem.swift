import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let withdrawnItem = RuleID("withdrawn-item")
}

extension Rules {
  static let withdrawnItem = Rule(
    .withdrawnItem, .references, .warning, title: "no reference leads to an item that its framework has withdrawn",
    clauses: ["7.5.3"],
    explanation: """
      Frameworks keep the numbers of what they withdraw, so that nobody uses them again; nothing is asked for there any \
      more. A record that names such an item answers nothing by it, and what it meant stands elsewhere. Name the item that \
      took its place; where none did, remove the reference.
      """,
    bad: example("⟦house-rules:H.1⟧"), good: example("house-rules:H.2")
  ) { facts, reporter in
    let dossier = facts.dossier
    for edge in dossier.graph.edges {
      guard case .item(let catalogue, let position)? = edge.target else { continue }
      let item = dossier.catalogues[catalogue].items[position]
      guard let went = item.withdrawn else { continue }
      reporter.report(
        "\(dossier.name(of: edge.origin)) names \(item.id), which \(dossier.catalogues[catalogue].name) has withdrawn"
          + (went == "withdrawn" ? "" : " (\(went))"), at: edge.site,
        help: "name the item that took its place, or remove the reference")
    }
  }

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
      """, "index.md": "Who can stop a system, as [[\(reference)]] asks.",
    ])
  }
}
