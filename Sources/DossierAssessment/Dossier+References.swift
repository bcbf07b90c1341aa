package import DossierRecords
import DossierText

extension Dossier {
  /// The record to which a reference refers. Nil if the record does not exist or could not be decoded.
  package func record<R: Record>(_ reference: Reference<R>) -> DatedDossier.Found<R>? {
    guard let position = position(of: reference.id), let record = entries[position].record as? R else { return nil }
    return (position, entries[position], record)
  }

  /// Positions of the records to which the record at `position` refers in `field`. These records can have any status. No record
  /// is listed twice.
  package func targets(of position: Int, _ field: String) -> [Int] {
    var known: Set<Int> = []
    return graph.edges(from: .entry(position)).compactMap { edge in
      guard edge.site.field == field, case .entry(let target)? = edge.target, known.insert(target).inserted else { return nil }
      return target
    }
  }

  /// Positions of the records of a kind that refer to the record at `position` in `field`.
  package func origins(of position: Int, _ kind: String, _ field: String) -> [Int] { origins(of: .entry(position), kind, field) }

  /// Positions of the records of a kind that refer to `target`, for example to a control, in `field`.
  package func origins(of target: ReferenceGraph.Target, _ kind: String, _ field: String) -> [Int] {
    graph.edges(to: target).compactMap { edge in
      guard edge.site.field == field, case .entry(let origin) = edge.origin, entries[origin].kind.name == kind else { return nil }
      return origin
    }
  }
}

extension ReferenceSite {
  /// Whether the reference is the value of a field, rather than a part of prose.
  package var isField: Bool {
    switch expectation {
    case .record, .item, .file: true
    case .either, .link: false
    }
  }
}
