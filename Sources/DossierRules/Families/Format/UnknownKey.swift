import DossierRecords
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a file is decoded.
  static let unknownKey = Rule(
    .unknownKey, .format, .error, title: "every key is a known field of its kind", clauses: ["7.5.2"],
    explanation: """
      If a key is misspelt, its value seems to be recorded, but no page shows the value. For this reason, dossier \
      reports every unknown key. Correct the key. `dossier schema KIND` lists the fields of a kind. If your \
      organisation needs a field of its own, begin the name of the field with `x-`. dossier keeps such fields and \
      shows them unchanged.
      """,
    bad: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      ⟦chanel⟧: chat
      ---
      """
    ]),
    good: .fixing(["concerns/cnc-001.md": ("chanel: chat", "channel: chat")]))
}
