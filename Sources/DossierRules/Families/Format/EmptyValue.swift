import DossierRecords
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a file is decoded.
  static let emptyValue = Rule(
    .emptyValue, .format, .error, title: "every key and every list item has a value", clauses: ["7.5.2"],
    explanation: """
      A key without a value is ambiguous. There may be nothing to record, the value may still be missing, or a line may \
      be lost. A reader of the record must not have to guess. Write the value. If the field is optional and there is \
      nothing to record, remove the key.
      """,
    bad: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      ⟦channel⟧:
      ---
      """
    ]),
    good: .fixing(["concerns/cnc-001.md": ("channel:", "channel: chat")]))
}
