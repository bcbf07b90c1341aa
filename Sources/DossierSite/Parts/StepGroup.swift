import DossierAssessment
import DossierText

/// Diagnostics of one rule that have the same next step.
struct StepGroup: ViewModel {
  let findings: [DiagnosticView]
  /// The next step. Nil if the rule gives no next step.
  let help: HTML?

  static let view = View<StepGroup>(
    .list("findings", \.findings), .scope("help", { $0.help.map(DiagnosticView.Wrapped.init) }))

  /// Groups the diagnostics of a question of the readiness page. The groups are in the order of their first diagnostics.
  static func all(
    _ linker: Linker, _ problems: ArraySlice<Readiness.Problem>, _ lines: inout SourceLines
  ) -> [StepGroup] {
    struct Step: Hashable {
      let rule: RuleID
      let help: String?
    }
    var order: [Step] = []
    var views: [Step: [DiagnosticView]] = [:]
    for problem in problems {
      let view = DiagnosticView(linker, problem, lines: &lines)
      // The help of a diagnostic is not shown if the text of its file must not be shown.
      let step = Step(rule: problem.diagnostic.rule, help: view.help == nil ? nil : problem.diagnostic.help)
      if views[step] == nil { order.append(step) }
      views[step, default: []].append(view)
    }
    return order.map { step in
      let findings = views[step] ?? []
      return StepGroup(findings: findings, help: findings.first?.help)
    }
  }
}
