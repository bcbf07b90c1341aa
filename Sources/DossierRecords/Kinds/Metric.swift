package import DossierText

/// Something measured again and again, with its readings in a file (clause 9.1).
package struct Metric: Record {
  package let unit: String
  package let source: MetricSource?
  package let threshold: MetricThreshold?
  package let frequency: CalendarDuration?
  package let area: Area?
  package let groupColumn: String?
  package let systems: [Reference<AISystem>]
  package let reviewedBy: Reference<Role>?

  package static let name = "metric"

  package static let kind = RecordKind(
    name, prefix: "MTR", singular: "Metric", plural: "Metrics",
    meaning: "A quantity measured at intervals, the file its readings stand in, and when somebody must act.",
    clauses: ["9.1", "A.6.2.6"], section: .assurance,
    columns: ["area", "unit", "frequency", "threshold", "reviewed_by"],
    traits: KindTraits(.document, date: nil, [.needsEffectiveReferences, .mustBeReferenced]),
    Schema(
      Field("unit", \.unit, "the unit of its values", example: "\"%\""),
      Field("source", \.source, "where its readings stand"),
      Field("threshold", \.threshold, "the values at which somebody must act"),
      Field("frequency", \.frequency, "how often it is measured", example: "P1M"),
      Field("area", \.area, "what it says something about"),
      Field("group_column", \.groupColumn, "the column that tells groups apart", example: "age_group"),
      Field("systems", \.systems, "the AI systems it watches", example: "[AIS-002]"),
      Field("reviewed_by", \.reviewedBy, "the role that looks at it", example: "ROL-003"),
      make: Metric.init))

  /// What a metric says something about.
  package enum Area: String, Vocabulary {
    case performance, fairness, drift, incidents
    case controlEffectiveness = "control-effectiveness"
    case objectives
    case auditFindings = "audit-findings"
    case oversight
  }
}

/// The file a metric's readings come from and how to read it.
package struct MetricSource: MappingValue {
  package let file: FilePath
  package let format: Format?
  package let dateColumn: String?
  package let valueColumn: String?
  package let filter: String?
  package let aggregation: Aggregation?

  package static let schema = Schema(
    Field("file", \MetricSource.file, "the file, relative to this one", example: "measurements/mtr-001.csv"),
    Field("format", \MetricSource.format, "how the file is written"),
    Field("date_column", \MetricSource.dateColumn, "the column with the date", example: "month"),
    Field("value_column", \MetricSource.valueColumn, "the column with the value", example: "share"),
    Field("filter", \MetricSource.filter, "which rows count", example: "region=NL"),
    Field("aggregation", \MetricSource.aggregation, "how several rows become one value"),
    make: MetricSource.init)

  /// How a file of readings is written.
  package enum Format: String, Vocabulary {
    case csv, jsonl
  }

  /// How several rows become one value.
  package enum Aggregation: String, Vocabulary {
    case latest, mean, sum, min, max, count
  }
}

/// The values at which somebody must act.
package struct MetricThreshold: MappingValue {
  package let warn: Decimal?
  package let fail: Decimal?
  package let direction: Direction?

  package static let schema = Schema(
    Field("warn", \MetricThreshold.warn, "the value from which it is watched", example: "0.92"),
    Field("fail", \MetricThreshold.fail, "the value from which it is not accepted", example: "0.90"),
    Field("direction", \MetricThreshold.direction, "which way is better"),
    make: MetricThreshold.init)

  /// Which way a value is better.
  package enum Direction: String, Vocabulary {
    case higherIsBetter = "higher-is-better"
    case lowerIsBetter = "lower-is-better"
  }
}
