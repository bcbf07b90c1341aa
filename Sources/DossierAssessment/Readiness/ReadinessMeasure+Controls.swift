import DossierRecords

/// Measures of the Statement of Applicability.
extension ReadinessMeasure {
  package static let decidedControls = ReadinessMeasure("statement-lines") { facts in
    func target(_ row: StatementOfApplicability.Row) -> ReferenceGraph.Target { .item(catalogue: row.catalogue, item: row.item) }
    let rows = facts.statement.rows
    return Result(
      answered: rows.filter { $0.isApplicable != nil }.map(target),
      lacking: rows.filter { $0.isApplicable == nil }.map(target),
      evidence: rows.filter { $0.isApplicable != nil }.compactMap { $0.implementation.map { .entry($0) } })
  }

  /// Counts the SoA lines of applicable controls. A line meets the condition if it states that the control is implemented.
  package static let implementedControls = each(
    "controls-implemented",
    of: { facts in facts.statement.rows.filter { $0.isApplicable == true }.compactMap(\.implementation).sorted() },
    answer: { facts, position in
      (facts.dossier.entries[position].record as? ControlImplementation)?.implementation == .implemented ? [position] : nil
    })

  /// Counts the SoA lines of implemented controls. A line meets the condition if the control has fresh evidence.
  package static let shownControls = ReadinessMeasure("controls-with-fresh-evidence") { facts in
    let rows = facts.statement.rows.filter { $0.isApplicable == true && $0.record?.implementation == .implemented }
    guard !rows.isEmpty else { return nil }
    let fresh = Set(rows.flatMap { $0.evidence.items.filter(\.isFresh).map(\.position) })
    func lines(_ isShown: Bool) -> [ReferenceGraph.Target] {
      rows.filter { $0.evidence.hasFresh == isShown }.compactMap(\.implementation).sorted().map { .entry($0) }
    }
    return Result(answered: lines(true), lacking: lines(false), evidence: fresh.sorted().map { .entry($0) })
  }
}
