import DossierRecords
import DossierText

extension Rules {
  /// Reported while a catalogue or crosswalk is read.
  static let catalogueCount = Rule(
    .catalogueCount, .references, .error, title: "a catalogue has as many items as it says", clauses: ["7.5.3"],
    explanation: """
      A line lost in a merge or an import is seen by nobody, and every number about the framework is wrong from then \
      on. A catalogue can therefore say under `counts` how many items of each kind and level it has, and a crosswalk \
      how many rows. Find the one that is missing or too much; correct the number only when the framework has changed.
      """,
    bad: example("⟦3⟧"), good: example("2"))

  private static func example(_ count: String) -> RuleExample {
    RuleExample([
      "catalogues/house-rules.yaml": """
      kind: catalogue
      name: house-rules
      title: House rules for AI
      publisher: Example Ltd
      edition: "2026"
      counts:
        kind: {control: \(count)}
      items:
        - {id: H.1, kind: control, title: Nobody is refused by a machine alone}
        - {id: H.2, kind: control, title: A person can stop every system}
      """
    ])
  }
}
