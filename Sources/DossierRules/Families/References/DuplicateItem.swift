import DossierRecords
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a catalogue or crosswalk is decoded.
  static let duplicateItem = Rule(
    .duplicateItem, .references, .error, title: "catalogue items and crosswalk rows are unique",
    clauses: ["7.5.3"],
    explanation: """
      An item id must occur only once in a catalogue, and a pair of items only once in a crosswalk. If an id or \
      a pair occurs twice, dossier uses only the first item or row. Remove one of the two items, change its id, \
      or merge the two rows. A label is another spelling of an item id. If two items have the same label, a \
      reference with this label finds neither of them. Remove the label from one of the items.
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
