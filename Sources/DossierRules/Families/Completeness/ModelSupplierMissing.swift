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
      A model with `origin: supplier` must refer to a supplier record in the field `supplier`. The supplier can change \
      or withdraw the model, and answers questions about the model. Without a supplier record, dossier cannot check \
      the contract and the assessment of the supplier. Control A.10.3 covers suppliers. Create a supplier record, and \
      refer to it in `supplier` of the model. If anyone can download the model, the supplier is the publisher of the \
      model.
      """,
    check: { facts, reporter in
      for (_, entry, model) in facts.records(Model.self)
      where model.origin == .supplier && model.supplier == nil && !entry.cannotRead("supplier") {
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
