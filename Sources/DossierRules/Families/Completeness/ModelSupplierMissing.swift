import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let modelSupplierMissing = RuleID("model-supplier-missing")
}

extension Rules {
  static let modelSupplierMissing = Rule(
    .modelSupplierMissing, .completeness, .warning, title: "a model from a supplier refers to that supplier",
    clauses: ["A.10.3", "A.4.2"],
    explanation: """
      A model with the origin `supplier` must have `supplier`. The supplier can change or withdraw the model, and is the \
      contact for questions. Without a supplier record there is no assessment and no contract. Control A.10.3 covers \
      suppliers. Create a supplier record and refer to it in `supplier`. For a model that anyone can download, the \
      supplier is its publisher.
      """,
    check: { facts, reporter in
      for (_, entry, model) in facts.records(Model.self) where model.origin == .supplier && model.supplier == nil {
        reporter.report(
          "\(entry.named) has the origin `supplier`, but refers to no supplier", at: entry.path, entry.span(of: "origin"),
          help: "create a supplier record, and refer to it in `supplier`")
      }
    },
    bad: RuleExample([
      "mdl-001.md": ExampleText.model(origin: "⟦supplier⟧"), "question.md": ExampleText.mention(of: "MDL-001"),
    ]),
    good: RuleExample([
      "mdl-001.md": ExampleText.model(origin: "supplier", "supplier: SUP-001"),
      "sup-001.md": ExampleText.supplier(),
      "question.md": ExampleText.mention(of: "MDL-001"),
    ]))
}
