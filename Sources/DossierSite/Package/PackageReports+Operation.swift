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
      return Report.Cell(ReportWords.duration(minutes: (to.secondsSinceEpoch - from.secondsSinceEpoch) / 60))
    }
    func moment(_ time: Timestamp?, _ absence: String) -> Report.Cell { Report.Cell(time?.description ?? absence) }
    let open = chosen.count { happened($0.record.resolved) == nil }
    return Report(
      name: "incident-timeline", title: ReportWords.incidents,
      notes: [
        ReportWords.incidents(
          chosen.count, of: site.figures.count(.records(ofKind: Incident.name)), open: open, asOf: site.asOf)
      ]
        + notCounted(all.map(\.position), counting.map(\.position))
        + (unread.isEmpty ? [] : [ReportWords.unreadIncidents(unread.map { dossier.entries[$0].id })])
        + systemNote + periodNote, columns: ReportColumns.incidents,
      rows: chosen.map { one in
        let record = one.record
        return [
          entry(one.position), named(one.position, "systems"), Report.Cell(record.severity.rawValue),
          moment(record.occurred, SiteWords.notStated), moment(record.detected, ""),
          moment(happened(record.responded), SiteWords.notStated), moment(happened(record.resolved), ReportWords.open),
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
    func answer(_ value: Bool?) -> Report.Cell { Report.Cell(SiteWords.answer(value)) }
    let positions = site.figures.count(.records(ofKind: OversightEvent.name))
    return Report(
      name: "oversight-log", title: ReportWords.oversight,
      notes: [ReportWords.oversight(chosen.count, of: positions, overruled: overruled)]
        + notCounted(all.map(\.position), counting.map(\.position))
        + (all.count < positions ? [ReportWords.unreadEvents(positions - all.count)] : [])
        + systemNote + periodNote, columns: ReportColumns.oversight,
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
    let records = others.map { (dossier.entries[$0].id, site.facts.status(of: $0)) }
    return [ReportWords.notCounted(records, asOf: site.asOf)]
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
      guard !days.isEmpty else { return [row("", "", ReportWords.noReading)] }
      // The groups of a metric can have different last dates, so each group has its own row.
      let groups = Dictionary(grouping: days) { $0.group ?? "" }.sorted { $0.key < $1.key }
      return groups.compactMap { $0.value.last }.map { row($0.date.description, $0.group ?? "", $0.text) }
    }
    return Report(
      name: "measurements", title: ReportWords.measurements,
      notes: [ReportWords.measurements(read, of: chosen.count, asOf: site.asOf)]
        + notCounted(dossier.all(Metric.self).map(\.position), counting.map(\.position)) + systemNote + periodNote,
      columns: ReportColumns.measurements, rows: rows)
  }
}
