import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let modelSupplierMissing = RuleID("model-supplier-missing")
}

extension Rules {
  static let modelSupplierMissing = Rule(
    .modelSupplierMissing, .completeness, .warning, title: "a bought model names its supplier",
    clauses: ["A.10.3", "A.4.2"],
    explanation: """
      A model whose origin is `supplier` comes from somebody who can change it, withdraw it or answer for it. Without a \
      record of them there is no assessment, no contract and nobody to call. Register the supplier and name it in \
      `supplier`; for a model anyone may download, that is whoever publishes it.
      """,
    bad: RuleExample([
      "mdl-001.md": ExampleText.model(origin: "⟦supplier⟧"), "question.md": ExampleText.mention(of: "MDL-001"),
    ]),
    good: RuleExample([
      "mdl-001.md": ExampleText.model(origin: "supplier", "supplier: SUP-001"),
      "sup-001.md": ExampleText.supplier(),
      "question.md": ExampleText.mention(of: "MDL-001"),
    ])
  ) { facts, reporter in
    for (_, entry, model) in facts.records(Model.self) where model.origin == .supplier && model.supplier == nil {
      reporter.report(
        "\(entry.named) is a supplier's, and does not say whose", at: entry.path, entry.span(of: "origin"),
        help: "register the supplier and name it in `supplier`")
    }
  }
}
