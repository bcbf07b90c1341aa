import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let excludedControlInUse = RuleID("excluded-control-in-use")
}

extension Rules {
  static let excludedControlInUse = Rule(
    .excludedControlInUse, .applicability, .error, title: "no risk, system or impact assessment depends on an excluded control",
    clauses: ["6.1.3", "8.3"],
    explanation: """
      A control cannot be excluded as not applicable and also reduce a risk, respond to an impact or protect a system. \
      One of the two records is wrong. If the exclusion is right, the treatment of the risk does not exist. Make the \
      control applicable, or use another control in the record that depends on it.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for (position, entry, line) in facts.records(ControlImplementation.self) where !line.applicable {
        // If several lines of the Statement of Applicability are about the same control, only one line counts.
        guard let target = dossier.control(of: position), facts.statement.line(for: target) == position else { continue }
        let uses = dossier.graph.edges(to: target).filter { edge in
          guard case .entry(let origin) = edge.origin, edge.site.field == "controls" || edge.site.field.hasSuffix(".controls")
          else { return false }
          return dossier.entries[origin].traits.reliesOnControls && facts.counts(origin)
        }
        guard !uses.isEmpty else { continue }
        let names = uses.compactMap { edge in if case .entry(let origin) = edge.origin { dossier.entries[origin].id } else { nil }
        }
        reporter.report(
          "\(entry.named) excludes \(line.control.text), but \(names.listed()) \(names.count == 1 ? "depends" : "depend") on it",
          at: entry.path, entry.span(of: "applicable"),
          others: uses.map { .init($0.site.path, $0.site.span, "depends on it") },
          help: "make the control applicable, or refer to another control in these records")
      }
    },
    bad: RuleExample([
      "soa.md": ExampleText.control(
        applicable: "⟦false⟧", justification: "releases are tested by the supplier", implementation: "not-started"),
      "rsk-001.md": ExampleText.risk("controls: [A.6.2.4]"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "soa.md": ExampleText.control(),
      "rsk-001.md": ExampleText.risk("controls: [A.6.2.4]"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ]))
}
