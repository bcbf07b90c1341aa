import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let citationTitle = RuleID("citation-title")
}

extension Rules {
  static let citationTitle = Rule(
    .citationTitle, .prose, .warning, title: "a clause or control is cited with its own title", clauses: ["6.1.3", "7.5.3"],
    explanation: """
      A number beside the title of another item says two things, and an auditor cannot know which one is meant; often the \
      number was taken from a draft, from another standard, or from a table on the web that is wrong. Other wordings of \
      the right title are understood. Titles are compared for ISO/IEC 42001, ISO/IEC 27001, the EU AI Act and the GDPR. \
      Look the item up and correct the number or the title.
      """,
    bad: RuleExample(["index.md": "What we do for ISO/IEC 42001:\n\n- A.5 — ⟦AI policy⟧\n- Clause 8.4 (⟦AI system data⟧)"]),
    good: RuleExample([
      "index.md": "What we do for ISO/IEC 42001:\n\n- A.2.2 — AI policy\n- Clause 8.4 (AI system impact assessments)"
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    var catalogues = CitedCatalogues(dossier)
    var titles: [String: CitedTitle] = [:]
    for site in CitedCatalogues.sites(of: dossier) {
      guard let title = site.citation.title, [.control, .clause, .article].contains(site.citation.form) else { continue }
      var said: (finding: CitedTitle.Finding, item: Catalogue.Item, catalogue: Catalogue)?
      var isRight = false
      for catalogue in catalogues.candidates(site) {
        guard let item = site.citation.item(in: catalogue) else { continue }
        let compared = titles[catalogue.name] ?? CitedTitle(catalogue)
        titles[catalogue.name] = compared
        guard let finding = compared.finding(title, of: item, successor: DraftArticles.successor(of: item.id, in: catalogue))
        else {
          isRight = true
          continue
        }
        said = said ?? (finding, item, catalogue)
      }
      guard !isRight, let said else { continue }
      let right = "\(said.item.id) is \(said.item.title)"
      var help = "correct the number or the title; `dossier show \(said.catalogue.name)` lists them"
      if case .belongs(let other) = said.finding {
        let isDraft =
          DraftArticles.successor(of: said.item.id, in: said.catalogue) == other
        help =
          isDraft
          ? "cite \(other.id): the drafts of the Act numbered it \(said.item.id)"
          : "cite \(other.id), whose title it is (\(other.title)), or write the right title"
      }
      reporter.report(
        "\(dossier.name(of: site.origin)) cites \(site.citation.named) as `\(title.text.prefix(60))`, which is not its title",
        at: site.citation.path, title.span, label: right, others: [.init(site.citation.path, site.citation.span, "cited here")],
        help: help)
    }
  }
}
