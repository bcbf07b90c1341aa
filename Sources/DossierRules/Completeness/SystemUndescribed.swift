import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let systemUndescribed = RuleID("system-undescribed")
}

extension Rules {
  static let systemUndescribed = Rule(
    .systemUndescribed, .completeness, .warning, title: "the inventory says how a system works and what goes in and out",
    clauses: ["A.4.2", "A.4.3", "A.6.2.7"],
    explanation: """
      An inventory of AI systems is more than a list of names. Auditors expect to read for each system by which techniques \
      it works, what data goes in, what sort of result comes out and who receives it for what. Risks, impacts and logs can \
      only be judged against that. Fill in the fields the message names.
      """,
    bad: RuleExample([
      "ais-001.md": ExampleText.system(id: "⟦AIS-001⟧", "output_type: generation"), "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "ais-001.md": ExampleText.system(
        """
        output_type: generation
        techniques: [large language model, search in help articles]
        inputs: [{source: questions typed into the chat, classification: confidential, personal_data: true}]
        outputs: [{recipient: customer, use: reads the answer}]
        """),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    for (_, entry, system) in facts.dated.systemsInScope {
      let gaps = Gaps([
        "its techniques (`techniques`)": !system.techniques.isEmpty,
        "what goes in (`inputs`)": !system.inputs.isEmpty,
        "the sort of result (`output_type`)": system.outputType != nil,
        "who receives it for what (`outputs`)": !system.outputs.isEmpty,
      ])
      guard !gaps.isEmpty else { continue }
      reporter.report(
        "\(entry.named) does not give \(gaps.listed)", at: entry.path, entry.idSpan,
        help: "add what is missing, in a line each")
    }
  }
}
