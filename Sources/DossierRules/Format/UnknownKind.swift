import DossierRecords
import DossierText

extension Rules {
  /// Reported while a record is read.
  static let unknownKind = Rule(
    .unknownKind, .format, .error, title: "every record is of a kind that exists", clauses: ["7.5.2"],
    explanation: """
      The kind says which fields a record has and in which register it is listed. A file with an unknown kind is shown \
      as a plain page, and nothing in its front matter is checked or counted. Correct the kind; `dossier schema` lists \
      them all. A page that is no record simply has no `kind`.
      """,
    bad: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: ⟦concerns⟧
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      ---
      """
    ]),
    good: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      ---
      """
    ]))
}
