import DossierRecords
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a file is decoded.
  static let outOfRange = Rule(
    .outOfRange, .format, .error, title: "every score and number is within its range", clauses: ["6.1.2"],
    explanation: """
      Likelihood and impact range from 1 to 5, and their product from 1 to 25. A value outside the scale cannot be \
      placed in the risk matrix or compared with the risk appetite. dossier checks every other number with a range in \
      the same way, and the message names the range. The score in `acceptable` must be lower than the score in \
      `tolerable`, because a role above the owner accepts the scores between them. Write a value within the range. If your method has other steps, map \
      them to these five and name them in `dossier.yaml`.
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
