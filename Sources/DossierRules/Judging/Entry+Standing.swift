import DossierRecords
import DossierText

extension Entry {
  /// Whether what it says held on that day: it was neither a draft nor a proposal nor turned down, and not retired yet.
  func holds(on day: CivilDate) -> Bool {
    switch head?.status {
    case .draft, .proposed, .rejected: return false
    default: break
    }
    // What was retired later was still in force then.
    if let retired = head?.retired { return retired > day }
    return !isRetired
  }

  /// The day of what it tells of, for kinds that tell of one occasion.
  var occasion: CivilDate? {
    for name in ["date", "detected", "collected", "found", "raised"] {
      switch field(name)?.content {
      case .date(let date): return date
      case .timestamp(let moment): return moment.date
      default: continue
      }
    }
    return nil
  }

  /// The approvals given up to that day, with their places in the list.
  func approvals(upTo day: CivilDate) -> [(index: Int, approval: Approval)] {
    (head?.approvals ?? []).enumerated().filter { $0.element.date <= day }.map { ($0.offset, $0.element) }
  }

  /// The day of the last review; nil also where the only one that is known came after the day that is judged.
  func reviewed(by day: CivilDate) -> CivilDate? { head?.reviewed.flatMap { $0 <= day ? $0 : nil } }

  /// The name of a field, where its value may run over many lines; its id where the field is not written.
  func key(_ field: String) -> Span { self.field(field)?.keySpan ?? idSpan }

  func label(_ field: String, _ text: String) -> Diagnostic.Label { .init(path, span(of: field), text) }

  /// A label on its id.
  func label(_ text: String) -> Diagnostic.Label { .init(path, idSpan, text) }
}

extension Dossier {
  /// The records of a kind as they stood on a day: those in force then, and of occasions those that had happened.
  func standing<R: Record>(_ type: R.Type, on day: CivilDate) -> [(position: Int, entry: Entry, record: R)] {
    all(type).filter { $0.entry.holds(on: day) && ($0.entry.occasion ?? day) <= day }
  }

  /// AI systems in force that are not decommissioned.
  func systemsInUse(on day: CivilDate) -> [(position: Int, entry: Entry, record: AISystem)] {
    standing(AISystem.self, on: day).filter { $0.record.lifecycle != .decommissioned && $0.record.inScope != false }
  }

  func record<R: Record>(_ reference: Reference<R>) -> (position: Int, entry: Entry, record: R)? {
    guard let position = position(of: reference.id), let record = entries[position].record as? R else { return nil }
    return (position, entries[position], record)
  }

  /// Positions of the records that a field of another names.
  func targets(of position: Int, _ field: String) -> [Int] {
    graph.edges(from: .entry(position)).compactMap { edge in
      guard edge.site.field == field, case .entry(let target)? = edge.target else { return nil }
      return target
    }
  }

  /// Positions of the records of a kind that name another in a field.
  func origins(of position: Int, _ kind: String, _ field: String) -> [Int] {
    graph.edges(to: .entry(position)).compactMap { edge in
      guard edge.site.field == field, case .entry(let origin) = edge.origin, entries[origin].kind.name == kind else { return nil }
      return origin
    }
  }
}

extension [String] {
  /// "A, B, C and 4 more".
  func listed(_ limit: Int = 4) -> String {
    count <= limit + 1 ? joined(separator: ", ") : prefix(limit).joined(separator: ", ") + " and \(count - limit) more"
  }
}

extension CivilDate {
  /// The day so many days before or after; the first or last day there is where that lies outside the calendar.
  func plus(_ days: Int) -> CivilDate {
    CivilDate(daysSinceEpoch: daysSinceEpoch + days).flatMap { $0.year > 0 ? $0 : nil } ?? self
  }

  /// The same day in another year, or the day before where there is none.
  func plus(years: Int) -> CivilDate {
    let year = Swift.min(9999, Swift.max(1, self.year + years))
    return CivilDate(year: year, month: month, day: Swift.min(day, CivilDate.days(in: month, of: year))) ?? self
  }
}

extension CivilDate? {
  /// Whether what this is the day of had not happened yet on another day; nil means that it never did.
  func isOpen(on day: CivilDate) -> Bool { map { $0 > day } ?? true }
}
