import DossierRecords
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a catalogue or crosswalk is decoded.
  static let duplicateItem = Rule(
    .duplicateItem, .references, .error, title: "catalogue items and crosswalk rows are unique",
    clauses: ["7.5.3"],
    explanation: """
      An item id must occur only once in a catalogue, because an id with two items is ambiguous. A label must belong \
      to only one item. A label that belongs to two items links to neither of them. A pair of items must occur only \
      once in a crosswalk, because two equal rows would count one mapping twice. dossier uses the first item or row. \
      If two items have the same id, remove one item or change its id. If two items have the same label, remove the \
      label from one item. If two rows have the same pair, merge the rows.
      """,
    bad: example("⟦H.1⟧"),
    good: example("H.2"))

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
