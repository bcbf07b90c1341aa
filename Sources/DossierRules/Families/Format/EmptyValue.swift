import DossierRecords
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a file is decoded.
  static let emptyValue = Rule(
    .emptyValue, .format, .error, title: "every key and every list item has a value", clauses: ["7.5.2"],
    explanation: """
      A key or a list item without a value can mean different things. Perhaps there is nothing to record, the author \
      does not know the value yet, or a line was lost. A reader of the record must not have to guess. Write the value. \
      If there is nothing to record and the field is optional, remove the key or the list item.
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
