import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let duplicateCatalogue = Rule(
    RuleID("duplicate-catalogue"), .references, .error, title: "each catalogue has a unique name", clauses: ["7.5.3"],
    explanation: """
      Two catalogues must not have the same name. In a reference to an item, the name before the colon must identify \
      exactly one catalogue. Names of built-in catalogues are always reserved, even if your workspace does not use \
      these catalogues. A reference then means the same in every workspace. dossier ignores the second catalogue with \
      the same name. Change the name of this second catalogue.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for catalogue in dossier.frameworks.duplicates {
        guard let path = catalogue.path else { continue }
        let other = dossier.catalogues.first { $0.name == catalogue.name }?.path
        reporter.report(
          other == nil
            ? "the catalogue name `\(catalogue.name)` is the name of a built-in catalogue"
            : "the catalogue name `\(catalogue.name)` is used by another catalogue", at: path, catalogue.nameSpan,
          others: other.map { [.init($0, .start, "this catalogue is used")] } ?? [], help: "give this catalogue another name")
      }
    },
    bad: example("⟦gdpr⟧"),
    good: example("gdpr-house-rules"))

  private static func example(_ name: String) -> RuleExample {
    RuleExample([
      "catalogues/house-rules.yaml": """
      kind: catalogue
      name: \(name)
      title: House rules for AI
      publisher: Example Ltd
      edition: "2026"
      items:
        - {id: H.1, kind: control, title: Nobody is refused by a machine alone}
      """
    ])
  }
}
