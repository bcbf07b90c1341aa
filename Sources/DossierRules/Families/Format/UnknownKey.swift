import DossierRecords
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a file is decoded.
  static let unknownKey = Rule(
    .unknownKey, .format, .error, title: "every key is a known field of its kind", clauses: ["7.5.2"],
    explanation: """
      A misspelt key looks like a recorded value, but no page shows that value. For this reason, dossier reports every \
      unknown key. Correct the key; `dossier schema KIND` lists the fields. Fields of your own have names that begin \
      with `x-`. dossier keeps these fields and shows them unchanged.
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
