import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let readingsGap = RuleID("readings-gap")
}

extension Rules {
  static let readingsGap = Rule(
    .readingsGap, .currency, .warning, title: "readings are as frequent as the metric requires", clauses: ["9.1", "A.6.2.6"],
    explanation: """
      A metric with a `frequency` needs one reading in each period. This rule looks at the twelve months before the \
      as-of date. It reports a gap of nearly two periods or more between two readings, or since the last reading. A \
      value that was not measured cannot be shown, and a breach in the gap remains unknown. Add the missing readings, or \
      write a frequency that you can keep. If a measurement failed, say so in the text.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      for (position, entry, metric) in facts.records(Metric.self) {
        guard let frequency = metric.frequency, let readings = facts.metric(at: position)?.readings,
          let last = readings.last?.date
        else { continue }
        var holes: [(from: CivilDate, to: CivilDate)] = []
        for (from, to) in zip(readings.map(\.date), readings.dropFirst().map(\.date) + [asOf.date]) {
          if !asOf.isOverAYearAfter(to), frequency.hasGap(from: from, to: to) { holes.append((from, to)) }
        }
        guard let hole = holes.last else { continue }
        let more = holes.count > 1 ? ", and \(holes.count - 1) more such gap\(holes.count == 2 ? "" : "s") in twelve months" : ""
        reporter.report(
          (hole.from == last
            ? "\(entry.named) requires a reading \(frequency.everyWords) (`\(frequency)`), but has no reading since \(last)"
            : "\(entry.named) requires a reading \(frequency.everyWords) (`\(frequency)`), but has no reading between \(hole.from) and \(hole.to)")
            + more,
          in: entry, "frequency", help: "add the missing readings, or write a frequency that you can keep")
      }
    },
    bad: RuleExample([
      "metrics.yaml": """
      kind: metric
      records:
        - id: MTR-001
          title: Wrong answers
          unit: "%"
          source: {file: mtr-001.csv}
          frequency: ⟦P1M⟧
      """,
      "mtr-001.csv": """
      date,value
      2026-02-28,1.5
      2026-03-31,1.5
      2026-05-31,1.75
      """,
      "objectives.yaml": """
      kind: objective
      records:
        - id: OBJ-001
          title: Few wrong answers
          owner: ROL-002
          measure: share of sampled conversations with a wrong answer
          target: {comparison: at-most, value: 2, unit: "%"}
          metric: MTR-001
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: .fixing(["mtr-001.csv": ("2026-03-31,1.5", "2026-03-31,1.5\n2026-04-30,1.5")]))
}
