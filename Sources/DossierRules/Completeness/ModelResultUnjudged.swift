import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let modelResultUnjudged = RuleID("model-result-unjudged")
}

extension Rules {
  static let modelResultUnjudged = Rule(
    .modelResultUnjudged, .completeness, .warning, title: "a model's results are held against what was required",
    clauses: ["A.6.2.4"],
    explanation: """
      A figure means something beside the figure that was asked for, and when it is known what it was measured on. Results \
      without a threshold show that somebody measured, not that the model passed. Write `threshold` for each result, and \
      `dataset` for each metric; of a supplier's figures, say in `slice` what they were measured on.
      """,
    bad: RuleExample([
      "mdl-001.md": ExampleText.model("metrics: [{⟦name: AUC⟧, value: 0.81}]"),
      "question.md": ExampleText.mention(of: "MDL-001"),
    ]),
    good: RuleExample([
      "mdl-001.md": ExampleText.model("metrics: [{name: AUC, value: 0.81, threshold: at least 0.78, slice: all of May 2026}]"),
      "question.md": ExampleText.mention(of: "MDL-001"),
    ])
  ) { facts, reporter in
    for (_, entry, model) in facts.records(Model.self) where model.state != .retired {
      let metrics = model.metrics.indices.filter {
        model.metrics[$0].threshold == nil || (model.metrics[$0].dataset == nil && model.metrics[$0].slice == nil)
      }
      let groups = model.fairness.indices.filter { model.fairness[$0].threshold == nil }
      let places = metrics.map { entry.span(of: "metrics[\($0)]") } + groups.map { entry.span(of: "fairness[\($0)]") }
      guard let first = places.first else { continue }
      reporter.report(
        "\(places.count) of the \(model.metrics.count + model.fairness.count) results of \(entry.named) lack a threshold or what they were measured on",
        at: entry.path, first, others: places.dropFirst().map { .init(entry.path, $0, "this one too") },
        help: "add `threshold`, and for metrics `dataset` or `slice`")
    }
  }
}
