import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let controlWithoutMeasure = RuleID("control-without-measure")
}

extension Rules {
  static let controlWithoutMeasure = Rule(
    .controlWithoutMeasure, .applicability, .warning, title: "an implemented control names what is done for it",
    clauses: ["6.1.3", "8.3"],
    explanation: """
      `implemented` is a claim. What stands behind it are measures somebody carries out, or the policy or procedure by which \
      they do. A line without any of them says that the control is in place and not how. Write `measures` in a line each, or \
      name the text in `policies` or `documents`; a text that names the control in `implements` counts too.
      """,
    bad: RuleExample(["soa.md": ExampleText.control(implementation: "⟦implemented⟧")]),
    good: RuleExample(["soa.md": ExampleText.control("measures: [fifty questions with known answers before each release]")])
  ) { facts, reporter in
    let dossier = facts.dossier
    for (position, entry, line) in facts.records(ControlImplementation.self) {
      guard line.applicable, line.implementation == .implemented, line.measures.isEmpty else { continue }
      guard line.policies.isEmpty, line.documents.isEmpty else { continue }
      let isWritten = dossier.control(of: position).map { target in
        dossier.graph.edges(to: target).contains { edge in
          guard edge.site.field == "implements", case .entry(let origin) = edge.origin else { return false }
          return dossier.entries[origin].traits.isControlledDocument && facts.counts(origin)
        }
      }
      guard isWritten != true else { continue }
      reporter.report(
        "\(entry.named) says \(line.control.text) is implemented and not by what", at: entry.path,
        entry.span(of: "implementation"),
        help: "write `measures`, or name the policy or document by which it is done")
    }
  }
}
