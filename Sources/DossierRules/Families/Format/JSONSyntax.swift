import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a file is imported.
  static let jsonSyntax = Rule(
    .jsonSyntax, .format, .error, title: "an imported JSON file is valid JSON", clauses: ["7.5.2"],
    explanation: """
      dossier reads JSON exactly as its standard, RFC 8259, defines it. Comments, a comma before a closing bracket, \
      single quotes and a byte-order mark are not allowed. Programs that accept such deviations accept different ones, \
      so two programs could read two different catalogues from one file. The message shows the first place where the \
      file is not valid JSON. Correct the file there. Or download it again from its publisher, because its end may be \
      missing.
      """,
    bad: RuleExample(
      [
        "catalog.json": """
        {
          "catalog": {
            "uuid": "74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724"⟦,⟧
          }
        }
        """
      ], isRunnable: false),
    good: RuleExample(["catalog.json": RuleExample.catalog()], isRunnable: false))
}
