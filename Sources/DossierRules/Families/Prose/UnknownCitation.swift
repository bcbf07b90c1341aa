import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let unknownCitation = Rule(
    RuleID("unknown-citation"), .prose, .error, title: "each clause, control and article cited in a text exists",
    clauses: ["6.1.3", "7.5.3"],
    explanation: """
      A number that a text cites must exist in its framework. A wrong citation makes readers doubt the whole text. \
      dossier reads a citation only if the sentence, heading, table or document shows which framework is meant. An \
      article counts only if its law is named in the same sentence or table row. If two frameworks are possible, this rule \
      reports a number that neither framework contains. In ISO/IEC 42001, three \
      facts are often overlooked. The number of the first control of an objective ends in `.2` (A.2.2, not A.2.1). \
      Clause 8 ends at 8.4. Annex B uses the numbers of Annex A, but contains guidance and not controls. Correct the \
      number. Do not begin the numbers of your own sections with A or B, because such numbers look like citations.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      var catalogues = CitedCatalogues(dossier)
      let citations = RepeatedCitations(CitedCatalogues.sites(of: dossier).filter { !$0.citation.isReference })
      for site in citations.first {
        let citation = site.citation
        let candidates = catalogues.candidates(site)
        guard let catalogue = candidates.first else { continue }
        if citation.form == .guidance, citation.isCalledControl {
          let meant = ItemSuggestion(citation, catalogue).control()
          reporter.report(
            "\(dossier.name(of: site.origin)) cites \(citation.id) as a control, but \(catalogue.short) has no such control",
            at: citation.path, citation.span, label: meant.label, others: citations.repetitions(of: citation), help: meant.help)
          continue
        }
        guard case .unknown = citation.depth(among: candidates), !citation.canBeDocumentNumber else { continue }
        let names = candidates.map(\.short)
        let meant = ItemSuggestion(citation, catalogue).meant()
        reporter.report(
          "\(dossier.name(of: site.origin)) cites \(citation.named), which "
            + (names.count > 1 ? "neither \(names.joined(separator: " nor ")) contains" : "\(catalogue.short) does not contain"),
          at: citation.path, citation.span, label: meant.label, others: citations.repetitions(of: citation), help: meant.help)
      }
    },
    bad: RuleExample([
      "index.md": "We follow ISO/IEC 42001: Annex A control ⟦A.2.1⟧, and clause ⟦8.5⟧ on what others are told.",
      "law.md": "⟦Article 120⟧ of the AI Act, and ⟦MAP 1.9⟧ of the NIST framework.",
    ]),
    good: RuleExample([
      "index.md": "We follow ISO/IEC 42001: Annex A control A.2.2, and clause 7.4 on what others are told.",
      "law.md": "Article 20 of the AI Act, and MAP 1.5 of the NIST framework.",
    ]))
}
