import DossierRecords
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a file is decoded.
  static let unknownKind = Rule(
    .unknownKind, .format, .error, title: "every record has a known kind", clauses: ["7.5.2"],
    explanation: """
      The kind of a record determines which fields the record has and which register lists it. dossier shows a file \
      with an unknown kind as a plain page. Nothing in the front matter of this file is checked or counted. Correct \
      the kind; `dossier schema` lists all kinds. If the file is not a record, remove `kind`.
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
    good: .fixing(["concerns/cnc-001.md": ("kind: concerns", "kind: concern")]))
}
