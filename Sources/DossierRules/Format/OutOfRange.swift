import DossierRecords
import DossierText

extension Rules {
  /// Reported while a record is read.
  static let outOfRange = Rule(
    .outOfRange, .format, .error, title: "every score and number lies in its range", clauses: ["6.1.2"],
    explanation: """
      Likelihood and impact run from 1 to 5, and their product from 1 to 25. A value off the scale cannot be placed in the \
      matrix or compared with what the organisation can live with. Write a value on the scale; where your own method has \
      other steps, map them to these five and give them your words in `dossier.yaml`. The same is said of any other number \
      with a range, which the message names.
      """,
    bad: RuleExample([
      "dossier.yaml": """
      organisation: Example Ltd
      risk:
        acceptable: ⟦30⟧
      """
    ]),
    good: RuleExample([
      "dossier.yaml": """
      organisation: Example Ltd
      risk:
        acceptable: 6
      """
    ]))
}
