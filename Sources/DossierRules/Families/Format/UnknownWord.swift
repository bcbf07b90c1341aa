import DossierRecords
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a file is decoded.
  static let unknownWord = Rule(
    .unknownWord, .format, .error, title: "a field with a fixed list of words contains a word from that list", clauses: ["7.5.2"],
    explanation: """
      Some fields accept only words from a fixed list: for example a status, a treatment or a severity. dossier counts, \
      filters and compares records by these words. Another word, even with the same meaning, would be missing from every \
      count. Use one of the words that the message lists.
      """,
    bad: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      status: ⟦acttive⟧
      ---
      """
    ]),
    good: .fixing(["concerns/cnc-001.md": ("status: acttive", "status: active")]))
}
