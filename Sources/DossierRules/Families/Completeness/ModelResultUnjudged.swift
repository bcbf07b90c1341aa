import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let modelResultUnjudged = RuleID("model-result-unjudged")
}

extension Rules {
  static let modelResultUnjudged = Rule(
    .modelResultUnjudged, .completeness, .warning, title: "each model result has a threshold and a basis of measurement",
    clauses: ["A.6.2.4"],
    explanation: """
      Each result in `metrics` and `fairness` must have a `threshold`. A result without a threshold does not show \
      whether the model passed. Each result in `metrics` must also state on which data it was measured. Refer to a \
      data set in `dataset`, or describe the data in `slice`. Control A.6.2.4 covers verification and validation. \
      Write the missing fields in each result. If a supplier measured the result, describe in `slice` the data that \
      the supplier used.
      """,
    check: { facts, reporter in
      for (_, entry, model) in facts.records(Model.self) {
        let metrics = model.metrics.indices.filter {
          model.metrics[$0].threshold == nil || (model.metrics[$0].dataset == nil && model.metrics[$0].slice == nil)
        }
        let groups = model.fairness.indices.filter { model.fairness[$0].threshold == nil }
        let places = metrics.map { entry.span(of: "metrics[\($0)]") } + groups.map { entry.span(of: "fairness[\($0)]") }
        guard let first = places.first else { continue }
        let count = model.metrics.count + model.fairness.count
        let subject =
          count == 1 ? "the result of \(entry.named) lacks" : "\(places.count) of \(count) results of \(entry.named) lack"
        reporter.report(
          "\(subject) a threshold or the data of the measurement",
          at: entry.path, first, others: places.dropFirst().map { .init(entry.path, $0, "this result too") },
          help: "add `threshold`, and for `metrics` also `dataset` or `slice`")
      }
    },
    bad: RuleExample([
      "mdl-001.md": ExampleText.model("metrics: [{⟦name: AUC⟧, value: 0.81}]"),
      "question.md": ExampleText.mention(of: "MDL-001"),
    ]),
    good: .fixing(["mdl-001.md": ("value: 0.81", "value: 0.81, threshold: at least 0.78, slice: all of May 2026")]))
}
