import DossierRecords
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a catalogue or crosswalk is decoded.
  static let duplicateItem = Rule(
    .duplicateItem, .references, .error, title: "catalogue items and crosswalk rows are unique",
    clauses: ["7.5.3"],
    explanation: """
      An item id must occur once in a catalogue, and a pair of items must occur once in a crosswalk. An id with two items \
      is ambiguous. Two equal rows would count one mapping twice. A label that belongs to two items links to neither of \
      them. dossier uses the first item or row. Give the second one its own id, or merge the two.
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
