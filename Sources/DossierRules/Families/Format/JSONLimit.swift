import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a file is imported.
  static let jsonLimit = Rule(
    .jsonLimit, .format, .error, title: "JSON is within the limits of the parser",
    clauses: ["7.5.3"],
    explanation: """
      dossier reads JSON up to 32 MiB, up to 128 nested levels and up to one million values. Without these limits, one \
      file could use up the resources of the machine. The largest catalogue that NIST publishes needs a third of that. \
      If a file exceeds a limit, dossier reads nothing of it. Import a resolved profile, which contains only the \
      selected controls, or divide the file.
      """,
    bad: RuleExample(["catalog.json": "\\repeat{[|128}⟦[⟧\\repeat{]|129}"], isRunnable: false),
    good: RuleExample(["catalog.json": RuleExample.catalog()], isRunnable: false))
}
