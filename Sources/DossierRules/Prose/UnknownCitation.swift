import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let unknownCitation = RuleID("unknown-citation")
}

extension Rules {
  static let unknownCitation = Rule(
    .unknownCitation, .prose, .error, title: "every clause, control and article that a text cites exists",
    clauses: ["6.1.3", "7.5.3"],
    explanation: """
      A text that cites a control or clause which the framework does not have states something false, and whoever looks it \
      up stops trusting the rest. Citations are read in prose where the sentence, the heading, the table or the document \
      says which framework is meant; where two could be, the number must be missing from both. In Annex A of ISO/IEC \
      42001 the controls of an objective are counted from `.2`, clause 8 ends at 8.4, and Annex B repeats the numbers of \
      Annex A as guidance. Correct the number, or number your own sections without the letter of the annex.
      """,
    bad: RuleExample([
      "index.md": "We follow ISO/IEC 42001: Annex A control ⟦A.2.1⟧, and clause ⟦8.5⟧ on what others are told.",
      "law.md": "⟦Article 120⟧ of the AI Act, and ⟦MAP 1.9⟧ of the NIST framework.",
    ]),
    good: RuleExample([
      "index.md": "We follow ISO/IEC 42001: Annex A control A.2.2, and clause 7.4 on what others are told.",
      "law.md": "Article 20 of the AI Act, and MAP 1.5 of the NIST framework.",
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    var catalogues = CitedCatalogues(dossier)
    for site in CitedCatalogues.sites(of: dossier) where !site.citation.isReference {
      let citation = site.citation
      let candidates = catalogues.candidates(site)
      guard let catalogue = candidates.first else { continue }
      if citation.form == .guidance, citation.isCalledControl {
        let meant = MeantItem(citation, catalogue).control
        reporter.report(
          "\(dossier.name(of: site.origin)) cites \(citation.id) as a control, which \(catalogue.short) does not contain",
          at: citation.path, citation.span, label: meant.label, help: meant.help)
        continue
      }
      guard !candidates.contains(where: citation.exists) else { continue }
      let names = candidates.map(\.short)
      let meant = MeantItem(citation, catalogue).meant
      reporter.report(
        "\(dossier.name(of: site.origin)) cites \(citation.named), which "
          + (names.count > 1 ? "neither \(names.joined(separator: " nor ")) contains" : "\(catalogue.short) does not contain"),
        at: citation.path, citation.span, label: meant.label, help: meant.help)
    }
  }
}
