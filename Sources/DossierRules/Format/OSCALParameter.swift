import DossierRecords
import DossierText

extension Rules {
  /// Reported while a file is imported.
  static let oscalParameter = Rule(
    .oscalParameter, .format, .warning, title: "every parameter in a title of an OSCAL catalogue is defined", clauses: ["7.5.2"],
    explanation: """
      Titles may hold parameters, such as `{{ insert: param, h-1_prm_1 }}`, that the catalogue or a profile gives a value \
      or at least a label. Where neither is written, nobody can say what the title means; it is imported with the id of the \
      parameter in brackets. Define the parameter in the OSCAL file and import it again, or write the right words into the \
      title of the imported catalogue.
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
