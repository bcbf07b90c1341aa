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
      A number and a title that are cited together must belong to the same item. If they do not, an auditor cannot know \
      which item the text refers to. Often the number comes from a draft, another standard, or a wrong table on the web. \
      Other wordings of the right title, and a part of it, are accepted. Titles are compared for ISO/IEC 42001, ISO/IEC 27001, the EU AI Act \
      and the GDPR. Look up the item, and correct the number or the title.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      var catalogues = CitedCatalogues(dossier)
      var titles: [String: CitedTitle] = [:]
      for site in CitedCatalogues.sites(of: dossier) {
        guard let title = site.citation.title, [.control, .clause, .article].contains(site.citation.form) else { continue }
        var mismatch: (finding: CitedTitle.Finding, item: Catalogue.Item, catalogue: Catalogue)?
        var isRight = false
        for catalogue in catalogues.candidates(site) {
          guard let item = site.citation.item(in: catalogue) else { continue }
          let compared = titles[catalogue.name] ?? CitedTitle(catalogue)
          titles[catalogue.name] = compared
          // Clauses and articles have paragraphs, and texts often name the subject of a paragraph.
          let isRemarkPossible = site.citation.form != .control || site.citation.canBeDocumentNumber
          guard
            let finding = compared.finding(
              title, of: item, successor: DraftArticles.successor(of: item.id, in: catalogue), isRemarkPossible: isRemarkPossible)
          else {
            isRight = true
            continue
          }
          mismatch = mismatch ?? (finding, item, catalogue)
        }
        guard !isRight, let mismatch else { continue }
        let right = "\(mismatch.item.id) is \(mismatch.item.title)"
        var help = "correct the number or the title; `dossier show \(mismatch.catalogue.name)` lists both"
        if case .belongs(let other) = mismatch.finding {
          let isDraft =
            DraftArticles.successor(of: mismatch.item.id, in: mismatch.catalogue) == other
          help =
            isDraft
            ? "cite \(other.id), which was \(mismatch.item.id) in the drafts of the Act"
            : "cite \(other.id), which has this title (\(other.title)), or write the right title"
        }
        reporter.report(
          "\(dossier.name(of: site.origin)) cites \(site.citation.named) with the title `\(title.text.prefix(60))`, which is not its title",
          at: site.citation.path, title.span, label: right, others: [.init(site.citation.path, site.citation.span, "cited here")],
          help: help)
      }
    },
    bad: RuleExample(["index.md": "What we do for ISO/IEC 42001:\n\n- A.5 — ⟦AI policy⟧\n- Clause 8.4 (⟦AI system data⟧)"]),
    good: RuleExample([
      "index.md": "What we do for ISO/IEC 42001:\n\n- A.2.2 — AI policy\n- Clause 8.4 (AI system impact assessments)"
    ]))
}
