import DossierRecords
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a file is imported.
  static let oscalParameter = Rule(
    .oscalParameter, .format, .warning, title: "every parameter in a title of an OSCAL catalogue is defined", clauses: ["7.5.2"],
    explanation: """
      A title can contain parameters, such as `{{ insert: param, h-1_prm_1 }}`. The catalogue or a profile gives each \
      parameter a value, or at least a label. If there is neither, the meaning of the title is unknown, and dossier \
      imports it with the id of the parameter in brackets. Define the parameter in the OSCAL file and import it again, \
      or correct the title in the imported catalogue.
      """,
    bad: RuleExample(
      [
        "catalog.json": RuleExample.catalog(
          controls: "{\"id\": \"h-1\", \"title\": ⟦\"Everything is kept for {{ insert: param, h-1_prm_1 }}\"⟧}")
      ], isRunnable: false),
    good: RuleExample(
      [
        "catalog.json": RuleExample.catalog(
          controls: """
            {
              "id": "h-1", "title": "Everything is kept for {{ insert: param, h-1_prm_1 }}",
              "params": [{"id": "h-1_prm_1", "label": "a number of years"}]
            }
            """)
      ], isRunnable: false))
}
