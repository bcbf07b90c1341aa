import DossierRecords
import DossierText

extension Dossier {
  /// A record with its type and its position among the entries.
  typealias Found<R: Record> = (position: Int, entry: Entry, record: R)

  /// The records of a type as they stood on a day: those that held then, and of what happens or begins on a day what had.
  func standing<R: Record>(_ type: R.Type, on day: CivilDate) -> [Found<R>] {
    positions(of: R.name).compactMap { standing(type, at: $0, on: day) }
  }

  /// Those of them that name the record at a position in a field, each once.
  func standing<R: Record>(_ type: R.Type, naming position: Int, in field: String, on day: CivilDate) -> [Found<R>] {
    Set(origins(of: position, R.name, field)).sorted().compactMap { standing(type, at: $0, on: day) }
  }

  /// Those of them that the record at a position names in a field, each once.
  func standing<R: Record>(_ type: R.Type, namedBy position: Int, in field: String, on day: CivilDate) -> [Found<R>] {
    targets(of: position, field).sorted().compactMap { standing(type, at: $0, on: day) }
  }

  private func standing<R: Record>(_ type: R.Type, at position: Int, on day: CivilDate) -> Found<R>? {
    let entry = entries[position]
    guard let record = entry.record as? R, entry.stands(on: day) else { return nil }
    return (position, entry, record)
  }

  func record<R: Record>(_ reference: Reference<R>) -> Found<R>? {
    guard let position = position(of: reference.id), let record = entries[position].record as? R else { return nil }
    return (position, entries[position], record)
  }

  /// Positions of the records that a field of another names, each once, whether they stand or not.
  func targets(of position: Int, _ field: String) -> [Int] {
    var known: Set<Int> = []
    return graph.edges(from: .entry(position)).compactMap { edge in
      guard edge.site.field == field, case .entry(let target)? = edge.target, known.insert(target).inserted else { return nil }
      return target
    }
  }

  /// Positions of the records of a kind that name another in a field.
  func origins(of position: Int, _ kind: String, _ field: String) -> [Int] { origins(of: .entry(position), kind, field) }

  /// Positions of the records of a kind that name something in a field, such as a control.
  func origins(of target: ReferenceGraph.Target, _ kind: String, _ field: String) -> [Int] {
    graph.edges(to: target).compactMap { edge in
      guard edge.site.field == field, case .entry(let origin) = edge.origin, entries[origin].kind.name == kind else { return nil }
      return origin
    }
  }

  /// Where something is said of the management system as a whole; nil where there is none to judge.
  var placeOfTheWhole: (path: SourcePath, span: Span)? {
    guard let configurationEntry, !entries.isEmpty else { return nil }
    return (configurationEntry.path, configurationEntry.span(of: "organisation"))
  }
}
