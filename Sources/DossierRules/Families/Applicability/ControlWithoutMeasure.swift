import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let controlWithoutMeasure = RuleID("control-without-measure")
}

extension Rules {
  static let controlWithoutMeasure = Rule(
    .controlWithoutMeasure, .applicability, .warning,
    title: "an implemented control refers to measures or to a policy or document",
    clauses: ["6.1.3", "8.3"],
    explanation: """
      If a control is marked as `implemented`, its record must say how. The record must list measures that people \
      carry out, or refer to a policy or procedure that describes such measures. Otherwise the word `implemented` is \
      only a claim. Write one measure per line in `measures`, or refer to the policy or procedure in `policies` or \
      `documents`. This rule also accepts an effective policy or document that refers to the control in its own field \
      `implements`.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for (position, entry, line) in facts.records(ControlImplementation.self) {
        guard line.applicable, line.implementation == .implemented, line.measures.isEmpty else { continue }
        guard line.policies.isEmpty, line.documents.isEmpty, !entry.cannotRead("measures", "policies", "documents") else {
          continue
        }
        let isWritten = dossier.control(of: position).map { target in
          dossier.graph.edges(to: target).contains { edge in
            guard edge.site.field == "implements", case .entry(let origin) = edge.origin else { return false }
            return dossier.entries[origin].traits.isControlledDocument && facts.counts(origin)
          }
        }
        guard isWritten != true else { continue }
        reporter.report(
          "\(entry.named) says \(line.control.text) is implemented, but has no measure, policy or document", at: entry.path,
          entry.span(of: "implementation"),
          help: "write `measures`, or refer to the policy or document in `policies` or `documents`")
      }
    },
    bad: RuleExample(["soa.md": ExampleText.control(implementation: "⟦implemented⟧")]),
    good: RuleExample(["soa.md": ExampleText.control("measures: [fifty questions with known answers before each release]")]))
}
