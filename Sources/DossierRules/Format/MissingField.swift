import DossierRecords
import DossierText

extension Rules {
  /// Reported while a record is read.
  static let missingField = Rule(
    .missingField, .format, .error, title: "every required field is written", clauses: ["7.5.2"],
    explanation: """
      Each kind of record has fields without which it says nothing an auditor could use: a risk without a treatment, an \
      evidence record without the day it was collected. The message names the field and what belongs into it. \
      `dossier new KIND` writes a record with all of them; `dossier schema KIND` lists them for an editor.
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
