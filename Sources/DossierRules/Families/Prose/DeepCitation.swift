import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let deepCitation = RuleID("deep-citation")
}

extension Rules {
  static let deepCitation = Rule(
    .deepCitation, .prose, .note, title: "a cited number is not deeper than the numbers of its framework",
    clauses: ["7.5.3"],
    explanation: """
      A number such as A.9.2.1 extends the number of a control that has no parts. Often an organisation numbers its own \
      sections in this way. A reader cannot see whether the standard or the organisation numbered the part. dossier \
      says nothing if the text contains document numbers of this form, such as `ISMS-POL-A.8.9`. Cite the control, or \
      number your own sections in another way.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      var catalogues = CitedCatalogues(dossier)
      let citations = RepeatedCitations(CitedCatalogues.sites(of: dossier).filter { !$0.citation.isReference })
      for site in citations.first where !site.citation.canBeDocumentNumber {
        let citation = site.citation
        if citation.form == .guidance, citation.isCalledControl { continue }
        guard case .below(let item, let catalogue) = citation.depth(among: catalogues.candidates(site)) else { continue }
        let meant = ItemSuggestion(citation, catalogue).part(of: item)
        reporter.report(
          "\(dossier.name(of: site.origin)) cites \(citation.named), but \(catalogue.short) does not divide \(item.id)",
          at: citation.path, citation.span, label: meant.label, others: citations.repetitions(of: citation), help: meant.help)
      }
    },
    bad: RuleExample([
      "index.md": "We follow ISO/IEC 42001: Annex A control ⟦A.9.2.1⟧, and clause ⟦8.4.2⟧ on impact assessments."
    ]),
    good: RuleExample(["index.md": "We follow ISO/IEC 42001: Annex A control A.9.2, and clause 8.4 on impact assessments."]))
}
