import DossierRecords
import DossierText

extension Rules {
  /// Reported while a catalogue or crosswalk is read.
  static let duplicateItem = Rule(
    .duplicateItem, .references, .error, title: "no item of a catalogue and no row of a crosswalk stands twice",
    clauses: ["7.5.3"],
    explanation: """
      An id that stands for two items stands for neither: whoever names it may mean the one or the other. Two rows \
      between the same two items would count one mapping twice, and a label that two items bear leads to neither. The \
      first is kept. Give the second its own id, or make one row of the two.
      """,
    bad: example("⟦H.1⟧"), good: example("H.2"))

  private static func example(_ id: String) -> RuleExample {
    RuleExample([
      "catalogues/house-rules.yaml": """
      kind: catalogue
      name: house-rules
      title: House rules for AI
      publisher: Example Ltd
      edition: "2026"
      items:
        - {id: H.1, kind: control, title: Nobody is refused by a machine alone}
        - {id: \(id), kind: control, title: A person can stop every system}
      """
    ])
  }
}
