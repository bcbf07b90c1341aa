import DossierRecords
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while the configuration is decoded.
  static let badDeclaration = Rule(
    .badDeclaration, .format, .error, title: "own kinds and rules do not conflict with the built-in ones or with each other",
    clauses: ["7.5.2"],
    explanation: """
      An organisation can declare its own kinds of record and its own rules in `dossier.yaml`. Their names must not be \
      in use already. A field must not have the name of a field that every record has. A rule may compare only values of \
      a type that can be compared. dossier ignores an invalid declaration, so correct it first. The issues reported for \
      the records may change afterwards.
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
