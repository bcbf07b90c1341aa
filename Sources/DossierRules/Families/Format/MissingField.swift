import DossierRecords
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a file is decoded.
  static let missingField = Rule(
    .missingField, .format, .error, title: "every required field is present", clauses: ["7.5.2"],
    explanation: """
      Each kind of record has required fields. An auditor cannot use a record without them: for example a risk without a \
      treatment, or evidence without the day of collection. The message names the field and what to write in it. \
      `dossier new KIND` writes a record with all required fields. `dossier schema KIND` lists them for an editor.
      """,
    bad: RuleExample([
      "concerns/cnc-001.md": """
      ---
      ⟦kind: concern⟧
      id: CNC-001
      title: Answers about returns sounded too sure
      ---
      """
    ]),
    good: .fixing([
      "concerns/cnc-001.md": (
        "title: Answers about returns sounded too sure",
        "title: Answers about returns sounded too sure\nraised: 2026-05-04"
      )
    ]))
}
