import DossierRecords
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while the configuration is decoded.
  static let badDeclaration = Rule(
    .badDeclaration, .format, .error, title: "own kinds and rules do not conflict with the built-in ones or with each other",
    clauses: ["7.5.2"],
    explanation: """
      An organisation can declare its own kinds of record and its own rules in `dossier.yaml`. The name of a declared \
      kind or rule must not be in use already. The name of a declared field must not be the name of a field that every \
      record has. A condition of a declared rule must fit the type of the field that the condition checks. For \
      example, only a date can be compared with a date. dossier ignores an invalid declaration. Correct the \
      declaration before you fix other issues, because dossier may then report different issues.
      """,
    bad: example(prefix: "⟦RSK⟧"),
    good: example(prefix: "DRN"))

  private static func example(prefix: String) -> RuleExample {
    RuleExample([
      "dossier.yaml": """
      organisation: Example Ltd
      kinds:
        - name: drone
          prefix: \(prefix)
          meaning: An aircraft without a crew.
          fields:
            - {name: serial_number, type: text, required: true, meaning: the number on its plate}
      """
    ])
  }
}
