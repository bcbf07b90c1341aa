import DossierText

extension Rules {
  /// Reported while a file is imported.
  static let jsonLimit = Rule(
    .jsonLimit, .format, .error, title: "JSON stays within the limits of the parser",
    clauses: ["7.5.3"],
    explanation: """
      JSON is read up to 32 MiB, to a depth of 128 levels and up to a million values. The largest catalogue that NIST \
      publishes needs a third of that; without bounds one file could exhaust the machine. Of a file beyond them nothing is \
      read. Import a resolved profile, which holds only what was selected, or divide the file.
      """,
    bad: RuleExample(["catalog.json": "\\repeat{[|128}⟦[⟧\\repeat{]|129}"], isRunnable: false),
    good: RuleExample(["catalog.json": RuleExample.catalog()], isRunnable: false))
}
