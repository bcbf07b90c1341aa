import DossierRecords
import DossierText

/// A record of something that happened or begins on a day: before that day there is no such thing.
protocol Dated {
  var day: CivilDate? { get }
}

extension Audit: Dated { var day: CivilDate? { date } }
extension Change: Dated { var day: CivilDate? { date } }
extension Concern: Dated { var day: CivilDate? { raised } }
extension Disclosure: Dated { var day: CivilDate? { liveSince } }
extension Evidence: Dated { var day: CivilDate? { collected } }
extension ImpactAssessment: Dated { var day: CivilDate? { date } }
extension Incident: Dated { var day: CivilDate? { detected.date } }
extension LifecycleGate: Dated { var day: CivilDate? { date } }
extension ManagementReview: Dated { var day: CivilDate? { date } }
extension OversightEvent: Dated { var day: CivilDate? { date } }
extension Policy: Dated { var day: CivilDate? { effective } }
extension Training: Dated { var day: CivilDate? { date } }

extension Dossier {
  /// A record with its type and its position among the entries.
  typealias Found<R: Record> = (position: Int, entry: Entry, record: R)

  /// The records of a type that count on a day and exist by then.
  func counting<R: Record>(_ type: R.Type, on day: CivilDate) -> [Found<R>] {
    positions(of: R.name).compactMap { counting(type, at: $0, on: day) }
  }

  /// Those of them that name the record at a position in a field, each once.
  func counting<R: Record>(_ type: R.Type, naming position: Int, in field: String, on day: CivilDate) -> [Found<R>] {
    let origins = graph.edges(to: .entry(position)).compactMap { edge in
      if case .entry(let origin) = edge.origin, edge.site.field == field { origin } else { nil }
    }
    return Set(origins).sorted().compactMap { counting(type, at: $0, on: day) }
  }

  /// Those of them that the record at a position names in a field, each once.
  func counting<R: Record>(_ type: R.Type, namedBy position: Int, in field: String, on day: CivilDate) -> [Found<R>] {
    named(by: position, in: field).compactMap { counting(type, at: $0, on: day) }
  }

  /// Positions of the records that the record at a position names in a field, whether they count or not.
  func named(by position: Int, in field: String) -> [Int] {
    let targets = graph.edges(from: .entry(position)).compactMap { edge in
      if case .entry(let target) = edge.target, edge.site.field == field { target } else { nil }
    }
    return Set(targets).sorted()
  }

  private func counting<R: Record>(_ type: R.Type, at position: Int, on day: CivilDate) -> Found<R>? {
    let entry = entries[position]
    guard let record = entry.record as? R, entry.holds(on: day) else { return nil }
    if let since = (record as? any Dated)?.day, since > day { return nil }
    return (position, entry, record)
  }

  /// Where something is said of the management system as a whole; nil where there is none to judge.
  var placeOfTheWhole: (path: SourcePath, span: Span)? {
    guard let configurationEntry, !entries.isEmpty else { return nil }
    return (configurationEntry.path, configurationEntry.span(of: "organisation"))
  }
}
