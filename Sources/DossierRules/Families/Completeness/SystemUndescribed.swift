import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let systemUndescribed = RuleID("system-undescribed")
}

extension Rules {
  static let systemUndescribed = Rule(
    .systemUndescribed, .completeness, .warning,
    title: "the inventory describes the techniques, inputs and outputs of each system",
    clauses: ["A.4.2", "A.4.3", "A.6.2.7"],
    explanation: """
      Each AI system in scope must have `techniques`, `inputs`, `output_type` and `outputs`. An inventory is more than \
      a list of names. Auditors expect to read how the system works, which data it uses, which type of result it \
      produces, and who uses the result. Without this description, nobody can evaluate risks, impacts and logs. Write \
      the fields that the message lists.
      """,
    check: { facts, reporter in
      for (_, entry, system) in facts.dated.systemsInScope {
        let gaps = Gaps(
          of: entry,
          [
            ("its techniques", "techniques", !system.techniques.isEmpty),
            ("its inputs", "inputs", !system.inputs.isEmpty),
            ("its type of output", "output_type", system.outputType != nil),
            ("its outputs and their use", "outputs", !system.outputs.isEmpty),
          ])
        guard !gaps.isEmpty else { continue }
        reporter.report(
          "\(entry.named) does not state \(gaps.listed)", at: entry.path, entry.idSpan,
          help: "add the missing fields, with one line each")
      }
    },
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
    ]))
}
