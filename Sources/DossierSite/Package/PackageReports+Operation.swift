import DossierAssessment
import DossierRecords
import DossierText

extension PackageReports {
  /// The report of incidents in the order in which they were detected, with response and resolution times.
  var incidents: Report {
    let all = dossier.all(Incident.self)
    let asOf = site.facts.asOf
    func happened(_ time: Timestamp?) -> Timestamp? { time.flatMap { asOf.includes($0.date) ? $0 : nil } }
    let counting = site.facts.records(Incident.self)
    let chosen = counting.filter { one in
      selection.includes(one.position)
        && selection.criteria.includes(one.record.detected.date, happened(one.record.resolved)?.date)
    }.sorted { ($0.record.detected, $0.entry.id) < ($1.record.detected, $1.entry.id) }
    let known = Set(all.map(\.position))
    let unread = dossier.positions(of: Incident.name).filter { !known.contains($0) && selection.includes($0) }
    func hours(_ from: Timestamp, _ to: Timestamp?) -> Report.Cell {
      guard let to else { return Report.Cell("") }
      let minutes = (to.secondsSinceEpoch - from.secondsSinceEpoch) / 60
      return Report.Cell("\(minutes / 60) h \(abs(minutes % 60)) min")
    }
    func moment(_ time: Timestamp?, _ absence: String) -> Report.Cell { Report.Cell(time?.description ?? absence) }
    let open = chosen.count { happened($0.record.resolved) == nil }
    return Report(
      name: "incident-timeline", title: "Incident timeline",
      notes: [
        "\(chosen.count) of \(Wording.count(site.figures.count(.records(ofKind: Incident.name)), "incident")) on record; \(open) of these \(chosen.count) are not recorded as resolved on \(Wording.long(site.asOf))."
      ]
        + notCounted(all.map(\.position), counting.map(\.position))
        + (unread.isEmpty
          ? []
          : [
            "\(Wording.count(unread.count, "incident")) could not be read completely and are left out: \(unread.map { dossier.entries[$0].id }.joined(separator: ", "))."
          ])
        + systemNote + periodNote,
      columns: [
        .init(key: "incident", title: "Incident"), .init(key: "systems", title: "Systems"),
        .init(key: "severity", title: "Severity"), .init(key: "occurred", title: "Occurred"),
        .init(key: "detected", title: "Detected"), .init(key: "responded", title: "Responded"),
        .init(key: "resolved", title: "Resolved"), .init(key: "to_response", title: "Detected to responded"),
        .init(key: "to_resolution", title: "Detected to resolved"), .init(key: "actions", title: "Corrective actions"),
      ],
      rows: chosen.map { one in
        let record = one.record
        return [
          entry(one.position), named(one.position, "systems"), Report.Cell(record.severity.rawValue),
          moment(record.occurred, "not stated"), moment(record.detected, ""),
          moment(happened(record.responded), "not stated"), moment(happened(record.resolved), "open"),
          hours(record.detected, happened(record.responded)), hours(record.detected, happened(record.resolved)),
          named(one.position, "actions"),
        ]
      })
  }

  /// The report of oversight events, in which a person reviewed the behaviour of an AI system.
  var oversight: Report {
    let all = dossier.all(OversightEvent.self)
    let counting = site.facts.records(OversightEvent.self)
    let chosen = counting.filter {
      selection.includes($0.position) && selection.criteria.includes($0.record.date, $0.record.date)
    }.sorted { ($0.record.date, $0.entry.id) < ($1.record.date, $1.entry.id) }
    let overruled = chosen.count { $0.record.overruled == true }
    func answer(_ value: Bool?) -> Report.Cell { Report.Cell(value.map { $0 ? "yes" : "no" } ?? "not stated") }
    let positions = site.figures.count(.records(ofKind: OversightEvent.name))
    return Report(
      name: "oversight-log", title: "Oversight log",
      notes: [
        "\(chosen.count) of \(Wording.count(positions, "oversight event")) on record; in \(overruled) of these \(chosen.count) a person overruled the system."
      ]
        + notCounted(all.map(\.position), counting.map(\.position))
        + (all.count < positions
          ? ["\(Wording.count(positions - all.count, "event")) could not be read completely and are left out."] : [])
        + systemNote + periodNote,
      columns: [
        .init(key: "date", title: "Date"), .init(key: "event", title: "Event"), .init(key: "system", title: "System"),
        .init(key: "reviewer", title: "Reviewer"), .init(key: "override", title: "Overruled"),
        .init(key: "had_information", title: "Had information"), .init(key: "had_time", title: "Had time"),
        .init(key: "decision", title: "Decision"), .init(key: "reason", title: "Reason"),
        .init(key: "reviewed_by", title: "Checked by"),
      ],
      rows: chosen.map { one in
        [
          Report.Cell(one.record.date.description), entry(one.position), named(one.position, "system"),
          named(one.position, "reviewer"), answer(one.record.overruled), answer(one.record.hadInformation),
          answer(one.record.hadTime), value(one.position, "decision"), value(one.position, "reason"),
          named(one.position, "reviewed_by"),
        ]
      })
  }

  /// A note that lists the records that are left out because they do not count, such as drafts, retired records and later events.
  private func notCounted(_ all: [Int], _ counting: [Int]) -> [String] {
    let others = all.filter { !counting.contains($0) && selection.includes($0) }
    guard !others.isEmpty else { return [] }
    let names = others.map { "\(dossier.entries[$0].id) (\(StatusWords.words(site.facts.status(of: $0))))" }
    return ["Left out, because the record does not count on \(Wording.long(site.asOf)): \(names.joined(separator: ", "))."]
  }

  /// The report of the last reading of each metric up to the as-of date, with the limits of the metric.
  var measurements: Report {
    let counting = site.facts.records(Metric.self)
    let chosen = counting.filter { selection.includes($0.position) }
    var read = 0
    let rows = chosen.flatMap { one -> [[Report.Cell]] in
      let readings = site.facts.metric(at: one.position)?.readings ?? []
      let days = readings.filter { selection.criteria.includes($0.date, $0.date) }
      if !days.isEmpty { read += 1 }
      func row(_ day: String, _ group: String, _ text: String) -> [Report.Cell] {
        [
          entry(one.position), named(one.position, "systems"), Report.Cell(day), Report.Cell(group), Report.Cell(text),
          Report.Cell(one.record.unit), value(one.position, "threshold.warn"), value(one.position, "threshold.fail"),
          Report.Cell(one.record.threshold?.direction.map { Wording.words($0.rawValue) } ?? ""), .number(days.count),
        ]
      }
      guard !days.isEmpty else { return [row("", "", "no reading")] }
      // The groups of a metric can have different last dates, so each group has its own row.
      let groups = Dictionary(grouping: days) { $0.group ?? "" }.sorted { $0.key < $1.key }
      return groups.compactMap { $0.value.last }.map { row($0.date.description, $0.group ?? "", $0.text) }
    }
    return Report(
      name: "measurements", title: "Measurements",
      notes: [
        "The last readings up to \(Wording.long(site.asOf)). \(read) of \(Wording.count(chosen.count, "metric")) have a reading. The limits are in the same row. The gap report lists the issues with metrics."
      ] + notCounted(dossier.all(Metric.self).map(\.position), counting.map(\.position)) + systemNote + periodNote,
      columns: [
        .init(key: "metric", title: "Metric"), .init(key: "systems", title: "Systems"), .init(key: "date", title: "Date"),
        .init(key: "group", title: "Group"), .init(key: "value", title: "Value"), .init(key: "unit", title: "Unit"),
        .init(key: "warn", title: "Warn at"), .init(key: "fail", title: "Fail at"), .init(key: "direction", title: "Direction"),
        .init(key: "readings", title: "Readings"),
      ], rows: rows)
  }
}
