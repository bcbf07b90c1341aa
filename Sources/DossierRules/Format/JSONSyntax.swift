import DossierText

extension Rules {
  /// Reported while a file is imported.
  static let jsonSyntax = Rule(
    .jsonSyntax, .format, .error, title: "what is imported as JSON is JSON", clauses: ["7.5.2"],
    explanation: """
      JSON is read as its standard (RFC 8259) has it: no comments, no comma before a closing bracket, no single quotes, \
      no byte-order mark. Programs that forgive such things forgive different ones, so that two of them read two different \
      catalogues from one file. The place is the first one where the file is not JSON. Mend it there, or take the file \
      again from where it was published: the end of a download may be missing.
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
