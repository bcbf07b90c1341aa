import DossierRecords
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a file is decoded.
  static let outOfRange = Rule(
    .outOfRange, .format, .error, title: "every score and number is within its range", clauses: ["6.1.2"],
    explanation: """
      Likelihood and impact range from 1 to 5, and their product, the score, from 1 to 25. A value outside its range \
      cannot be placed in the risk matrix or compared with the risk appetite. Other numbers have other ranges, and the \
      message states the range. The score in `acceptable` must also be lower than the score in `tolerable`. Only a \
      role above the owner may accept the scores between these two limits. Write a value within the range. If your \
      method has other steps, map your steps to the numbers 1 to 5 and name the numbers in `dossier.yaml`.
      """,
    bad: RuleExample([
      "dossier.yaml": """
      organisation: Example Ltd
      risk:
        acceptable: ⟦30⟧
      """
    ]),
    good: .fixing(["dossier.yaml": ("acceptable: 30", "acceptable: 6")]))
}
