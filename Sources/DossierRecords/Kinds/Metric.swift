package import DossierText

/// A quantity that is measured regularly, with its readings in a file (clause 9.1).
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
    meaning: "A quantity that is measured regularly, with the file of its readings and the thresholds for action.",
    clauses: ["9.1", "A.6.2.6"], section: .assurance,
    columns: ["area", "unit", "frequency", "threshold", "reviewed_by"],
    traits: KindTraits(.document, date: nil, [.needsEffectiveReferences, .mustBeReferenced]),
    Schema(
      Field("unit", \.unit, "the unit of its values", example: "\"%\""),
      Field("source", \.source, "the source of its readings"),
      Field("threshold", \.threshold, "the values at which action is required"),
      Field("frequency", \.frequency, "how often it is measured", example: "P1M"),
      Field("area", \.area, "the subject of the metric"),
      Field("group_column", \.groupColumn, "the column that contains the group", example: "age_group"),
      Field("systems", \.systems, "the AI systems that it monitors", example: "[AIS-002]"),
      Field("reviewed_by", \.reviewedBy, "the role that reviews it", example: "ROL-003"),
      make: Metric.init))

  /// The subject of a metric.
  package enum Area: String, Vocabulary {
    case performance, fairness, drift, incidents
    case controlEffectiveness = "control-effectiveness"
    case objectives
    case auditFindings = "audit-findings"
    case oversight
  }
}

/// The file with the readings of a metric, and its format.
package struct MetricSource: MappingValue {
  package let file: FilePath
  package let format: Format?
  package let dateColumn: String?
  package let valueColumn: String?
  package let filter: String?
  package let aggregation: Aggregation?

  package static let schema = Schema(
    Field("file", \MetricSource.file, "the file, relative to this one", example: "measurements/mtr-001.csv"),
    Field("format", \MetricSource.format, "the format of the file"),
    Field("date_column", \MetricSource.dateColumn, "the column that contains the date", example: "month"),
    Field("value_column", \MetricSource.valueColumn, "the column that contains the value", example: "share"),
    Field("filter", \MetricSource.filter, "the condition for rows that count", example: "region=NL"),
    Field("aggregation", \MetricSource.aggregation, "how several rows are combined into one value"),
    make: MetricSource.init)

  /// The format of a file of readings.
  package enum Format: String, Vocabulary {
    case csv, jsonl
  }

  /// How several rows of the same date and group are combined into one value.
  package enum Aggregation: String, Vocabulary {
    case latest, mean, sum, min, max, count
  }
}

/// The values at which action is required.
package struct MetricThreshold: MappingValue {
  package let warn: Decimal?
  package let fail: Decimal?
  package let direction: Direction?

  package static let schema = Schema(
    Field("warn", \MetricThreshold.warn, "the value at which a warning is given", example: "0.92"),
    Field("fail", \MetricThreshold.fail, "the value at which the metric fails", example: "0.90"),
    Field("direction", \MetricThreshold.direction, "whether higher or lower values are better"),
    make: MetricThreshold.init)

  /// Whether higher or lower values are better.
  package enum Direction: String, Vocabulary {
    case higherIsBetter = "higher-is-better"
    case lowerIsBetter = "lower-is-better"
  }
}
