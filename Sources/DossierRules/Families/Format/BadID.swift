import DossierRecords
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a file is decoded.
  static let badID = Rule(
    .badID, .format, .error, title: "every id has the required form", clauses: ["7.5.2"],
    explanation: """
      An id is used in references, file names, addresses and exports, so it must have the same meaning in all of them. \
      It contains only ASCII letters, digits and hyphens. It begins with a letter, does not end with a hyphen and has at \
      most 64 characters. Most rules do not check a record with an invalid id, so correct the id first.
      """,
    bad: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: ⟦CNC 001⟧
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      ---
      """
    ]),
    good: .fixing(["concerns/cnc-001.md": ("id: CNC 001", "id: CNC-001")]))
}
