import DossierRecords
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a catalogue or crosswalk is decoded.
  static let catalogueCount = Rule(
    .catalogueCount, .references, .error, title: "a catalogue has the number of items that it declares", clauses: ["7.5.3"],
    explanation: """
      A catalogue can declare in `counts` how many items of each kind and level it has. A crosswalk can declare how many \
      rows it has. This rule compares the declared numbers with the actual numbers. A line lost in a merge or an import is \
      easy to miss, and then every count for the framework is wrong. Find the missing or extra item. Change the declared \
      number only if the framework has changed.
      """,
    bad: example("⟦3⟧"),
    good: example("2"))

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
