import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let unknownCitation = Rule(
    RuleID("unknown-citation"), .prose, .error, title: "each clause, control and article cited in a text exists",
    clauses: ["6.1.3", "7.5.3"],
    explanation: """
      A number that a text cites must exist in its framework. A wrong citation makes readers doubt the whole text. \
      dossier reads citations if the sentence, heading, table or document shows which framework is meant. If two \
      frameworks are possible, this rule reports the number only if it is missing in both. Three mistakes are common \
      with ISO/IEC 42001. The first control of an objective has a number that ends in `.2` (A.2.2, not A.2.1). Clause 8 \
      ends at 8.4. Annex B contains guidance, not controls, and uses the numbers of Annex A. Correct the number. Do not \
      begin the numbers of your own sections with A or B, because they look like citations.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      var catalogues = CitedCatalogues(dossier)
      var items = CatalogueItems()
      for site in CitedCatalogues.sites(of: dossier) where !site.citation.isReference {
        let citation = site.citation
        let candidates = catalogues.candidates(site)
        guard let catalogue = candidates.first else { continue }
        if citation.form == .guidance, citation.isCalledControl {
          let meant = ItemSuggestion(citation, catalogue).control(&items)
          reporter.report(
            "\(dossier.name(of: site.origin)) cites \(citation.id) as a control, but \(catalogue.short) has no such control",
            at: citation.path, citation.span, label: meant.label, help: meant.help)
          continue
        }
        guard !candidates.contains(where: citation.exists) else { continue }
        let names = candidates.map(\.short)
        let meant = ItemSuggestion(citation, catalogue).meant(&items)
        reporter.report(
          "\(dossier.name(of: site.origin)) cites \(citation.named), which "
            + (names.count > 1 ? "neither \(names.joined(separator: " nor ")) contains" : "\(catalogue.short) does not contain"),
          at: citation.path, citation.span, label: meant.label, help: meant.help)
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
