import DossierRecords
import DossierText

extension Rules {
  /// Reported while the configuration is read.
  static let badDeclaration = Rule(
    .badDeclaration, .format, .error, title: "kinds and rules of your own fit those of the program and each other",
    clauses: ["7.5.2"],
    explanation: """
      An organisation may declare kinds of record and rules of its own in `dossier.yaml`. Their names must not be taken, \
      a field must not have the name of a field that every record has, and what a rule compares must be of a sort that \
      can be compared. A declaration that does not hold is left out, so correct it first: what is said of records \
      afterwards may change.
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
