import DossierRecords
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a file is imported.
  static let oscalModel = Rule(
    .oscalModel, .format, .error, title: "an imported OSCAL file is a catalogue", clauses: ["7.5.3"],
    explanation: """
      OSCAL defines several kinds of file that look alike. A catalogue lists controls, a profile selects some of them, \
      and plans and results describe what an organisation does about them. Only a catalogue, or a profile that was \
      resolved into a catalogue, contains the ids and titles that records can refer to. dossier reads it as JSON of \
      version 1. Instead of XML or YAML, use the JSON file that is published with it, or use a converter.
      """,
    bad: RuleExample(
      [
        "profile.json": """
        {
          ⟦"profile"⟧: {
            "uuid": "7eca4589-7ed9-4552-9da6-738126660be3",
            "imports": [{"href": "NIST_SP-800-53_rev5_catalog.json"}]
          }
        }
        """
      ], isRunnable: false),
    good: RuleExample(["catalog.json": RuleExample.catalog()], isRunnable: false))
}

extension RuleExample {
  /// A complete OSCAL catalogue with one control.
  static func catalog(controls: String = "{\"id\": \"h-1\", \"title\": \"A person can stop every system\"}") -> String {
    """
    {
      "catalog": {
        "uuid": "74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724",
        "metadata": {
          "title": "House rules for AI",
          "last-modified": "2026-02-01T13:57:28Z",
          "version": "1.0",
          "oscal-version": "1.1.2"
        },
        "controls": [
          \(controls)
        ]
      }
    }
    """
  }
}
