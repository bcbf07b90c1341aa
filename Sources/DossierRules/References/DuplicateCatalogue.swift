import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let duplicateCatalogue = RuleID("duplicate-catalogue")
}

extension Rules {
  static let duplicateCatalogue = Rule(
    .duplicateCatalogue, .references, .error, title: "no two catalogues have one name", clauses: ["7.5.3"],
    explanation: """
      What stands before the colon of an id must lead to one framework only. The names of the catalogues inside the \
      program are taken even where they are not in use, so that an id means the same in every workspace. The catalogue \
      that comes second is left out. Give it a name of its own.
      """,
    bad: example("⟦gdpr⟧"), good: example("gdpr-house-rules")
  ) { facts, reporter in
    let dossier = facts.dossier
    for catalogue in dossier.frameworks.duplicates {
      guard let path = catalogue.path else { continue }
      let other = dossier.catalogues.first { $0.name == catalogue.name }?.path
      reporter.report(
        other == nil
          ? "the catalogue is named `\(catalogue.name)`, as one inside the program is"
          : "the catalogue is named `\(catalogue.name)`, as another one is", at: path, catalogue.nameSpan,
        others: other.map { [.init($0, .start, "this one is used")] } ?? [], help: "give it a name of its own")
    }
  }

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
