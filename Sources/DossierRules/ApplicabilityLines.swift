import DossierRecords
import DossierText

/// The lines of the statement of applicability that are effective on a day, by the control that they cover.
struct ApplicabilityLines {
  private let byTarget: [ReferenceGraph.Target: Int]
  private let dossier: Dossier
  private let day: CivilDate

  init(_ dossier: Dossier, on day: CivilDate) {
    self.dossier = dossier
    self.day = day
    var byTarget: [ReferenceGraph.Target: Int] = [:]
    for found in dossier.standing(ControlImplementation.self, on: day) {
      for edge in dossier.graph.edges(from: .entry(found.position)) where edge.site.field == "control" {
        if let target = edge.target, byTarget[target] == nil { byTarget[target] = found.position }
      }
    }
    self.byTarget = byTarget
  }

  /// The line that covers a control.
  func line(for target: ReferenceGraph.Target) -> (entry: Entry, record: ControlImplementation)? {
    byTarget[target].flatMap { position in
      (dossier.entries[position].record as? ControlImplementation).map { (dossier.entries[position], $0) }
    }
  }

  /// The control that the record at a position covers.
  func target(of position: Int) -> ReferenceGraph.Target? {
    dossier.graph.edges(from: .entry(position)).first { $0.site.field == "control" }?.target
  }

  /// The evidence for a line: evidence that the line refers to, and evidence that refers to its control.
  ///
  /// Evidence that was collected after the day does not count.
  func evidence(for position: Int) -> [Dossier.Found<Evidence>] {
    let named = dossier.standing(Evidence.self, namedBy: position, in: "evidence", on: day)
    guard let target = target(of: position) else { return named }
    let known = Set(named.map(\.position))
    let others = Set(dossier.origins(of: target, Evidence.name, "controls")).subtracting(known)
    return named
      + others.sorted().compactMap { other in
        let entry = dossier.entries[other]
        guard let record = entry.record as? Evidence, entry.holds(on: day), record.collected <= day else { return nil }
        return (other, entry, record)
      }
  }
}
