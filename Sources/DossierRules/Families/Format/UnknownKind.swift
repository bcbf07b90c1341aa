import DossierRecords
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a file is decoded.
  static let unknownKind = Rule(
    .unknownKind, .format, .error, title: "every record has a known kind", clauses: ["7.5.2"],
    explanation: """
      The kind determines which fields a record has and which register lists it. dossier shows a file with an unknown \
      kind as a plain page. It does not check or count anything in its front matter. Correct the kind; `dossier schema` \
      lists all kinds. If the page is not a record, remove `kind`.
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
